import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { ErrorGroups } from '../../insights/errors/ErrorGroups.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import type { LensSort } from '../../views/address/View.ts';
import { nextSort } from '../frame/lens/nextSort.ts';
import { ORDER, sortGroups } from './sortGroups.ts';

const NOW = Date.UTC(2026, 10, 27);

/** A failed build of an image, `days` ago; null: at no known time. */
const failed = (id: string, imageName: string, text: string, days: number | null) => {
  const at = days === null ? '' : new Date(NOW - days * 86_400_000).toISOString();
  return buildOf(id, {
    imageName,
    status: 'FAILED',
    createdAt: at,
    completedAt: days === null ? null : at,
    artifacts: [
      artifactOf(`${id}a`, {
        status: 'FAILED',
        errorMessage: text,
        createdAt: at,
        completedAt: days === null ? null : at,
      }),
    ],
  });
};

/** Three causes: a disk twice in one image, a killed one in two, and one at no known time. */
function readPicked() {
  const groups = new ErrorGroups();
  const table = tableOf([
    failed('1', 'web', 'no space left on device', 3),
    failed('2', 'web', 'no space left on device', 1),
    failed('3', 'web', 'no space left on device', 2),
    failed('4', 'api', 'fatal: early EOF', 9),
    failed('5', 'job', 'fatal: early EOF', 5),
    failed('6', 'job', 'permission denied', null),
  ]);
  groups.facts(table, NOW);
  while (!groups.work(50)) {
    // Reads the rest.
  }
  const rows = Uint32Array.from({ length: 6 }, (_, row) => row);
  return groups.pick(groups.facts(table, NOW), rows);
}

const picked = readPicked();
const NONE: ReadonlySet<string> = new Set();

/** The first word of each cause, in the order asked for. */
function sorted(sort: LensSort, muted = NONE): readonly string[] {
  const causes = sortGroups(picked, muted, sort);
  return Array.from(causes, (cause) => picked.groupOf(cause).group.kind.split(' ')[0] ?? '');
}

it('puts the most frequent cause first until asked otherwise', () => {
  const usual = { column: 'artifacts', descending: true } as const;
  expect(sorted(usual)).toEqual(['no', 'fatal:', 'permission']);
  expect(sorted({ ...usual, descending: false })).toEqual(['permission', 'fatal:', 'no']);
});

it('sorts by images and by when a cause was seen, unknown times last in both directions', () => {
  // Two of them have one image: the more frequent one comes first.
  expect(sorted({ column: 'images', descending: true })).toEqual(['fatal:', 'no', 'permission']);
  const last = { column: 'last', descending: true } as const;
  expect(sorted(last)).toEqual(['no', 'fatal:', 'permission']);
  expect(sorted({ ...last, descending: false })).toEqual(['fatal:', 'no', 'permission']);
  const earliest = { column: 'first', descending: false } as const;
  expect(sorted(earliest)).toEqual(['fatal:', 'no', 'permission']);
});

it('lists what is muted last, in whatever order', () => {
  const most = picked.groups[0]?.group.fingerprint ?? '';
  for (const descending of [true, false]) {
    const order = sorted({ column: 'artifacts', descending }, new Set([most, 'gone']));
    expect(order.at(-1)).toBe('no');
  }
});

it('turns round at the second click, and starts at the greatest with another column', () => {
  const usual = { column: 'artifacts', descending: true } as const;
  expect(nextSort(usual, 'artifacts', ORDER)).toEqual({ column: 'artifacts', descending: false });
  expect(nextSort({ ...usual, descending: false }, 'last', ORDER)).toEqual({
    column: 'last',
    descending: true,
  });
});
