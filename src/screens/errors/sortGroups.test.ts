import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { ErrorGroups } from '../../insights/errors/ErrorGroups.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { nextSort } from '../frame/lens/nextSort.ts';
import type { GroupRow } from './GroupRow.ts';
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
function rows(muted: readonly string[] = []): readonly GroupRow[] {
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
  const facts = groups.facts(table, NOW);
  return groups
    .pick(
      facts,
      Uint32Array.from({ length: 6 }, (_, row) => row),
    )
    .groups.map((one) => ({
      ...one,
      buildsLink: '?',
      trend: [],
      muted: muted.includes(one.group.kind),
      complete: true,
    }));
}

const kinds = (list: readonly GroupRow[]) => list.map(({ group }) => group.kind);

it('puts the most frequent cause first until asked otherwise', () => {
  const sorted = kinds(sortGroups(rows(), { column: 'artifacts', descending: true }));
  expect(sorted.map((kind) => kind.split(' ')[0])).toEqual(['no', 'fatal:', 'permission']);
});

it('sorts by images and by when a cause was seen, unknown times last in both directions', () => {
  const first = (list: readonly GroupRow[]) => kinds(list).map((kind) => kind.split(' ')[0]);
  expect(first(sortGroups(rows(), { column: 'images', descending: true }))[0]).toBe('fatal:');
  const last = { column: 'last', descending: true } as const;
  expect(first(sortGroups(rows(), last))).toEqual(['no', 'fatal:', 'permission']);
  expect(first(sortGroups(rows(), { ...last, descending: false }))).toEqual([
    'fatal:',
    'no',
    'permission',
  ]);
  const earliest = { column: 'first', descending: false } as const;
  expect(first(sortGroups(rows(), earliest))).toEqual(['fatal:', 'no', 'permission']);
});

it('lists what is muted last, in whatever order', () => {
  const [most = ''] = kinds(sortGroups(rows(), { column: 'artifacts', descending: true }));
  const sorted = sortGroups(rows([most]), { column: 'artifacts', descending: true });
  expect(sorted.at(-1)?.group.kind).toBe(most);
});

it('turns round at the second click, and starts at the greatest with another column', () => {
  const usual = { column: 'artifacts', descending: true } as const;
  expect(nextSort(usual, 'artifacts', ORDER)).toEqual({ column: 'artifacts', descending: false });
  expect(nextSort({ ...usual, descending: false }, 'last', ORDER)).toEqual({
    column: 'last',
    descending: true,
  });
});
