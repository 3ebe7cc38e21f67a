import { describe, expect, it } from 'vitest';
import { STALLED_AFTER_MS } from '../../contract/status.ts';
import { isStalledAt } from '../../list/BuildFacts.ts';
import { BuildColumns } from '../columns/BuildColumns.ts';
import { fakeBuild } from '../testing/fakeApi.ts';
import { TextTable } from '../text/TextTable.ts';
import { durations, marksOf, waits } from './spans.ts';

const NOW = Date.UTC(2026, 10, 3, 12);
const AT_10 = '2026-11-03T10:00:00Z';
const AT_11 = '2026-11-03T11:00:00Z';
const AT_13 = '2026-11-03T13:00:00Z';
const HOUR = 3_600_000;

type Times = readonly [created: string | undefined, started?: string, ended?: string];

/** The spans of builds with this status and these times. */
function spansOf(
  spans: typeof durations,
  status: string,
  ...builds: readonly Times[]
): readonly number[] {
  const columns = new BuildColumns();
  builds.forEach(([createdAt = '', startedAt = null, completedAt = null], at) => {
    const build = fakeBuild(at, { status, createdAt, startedAt, completedAt });
    columns.write(columns.rowFor(build.id), build);
  });
  return [...spans(columns, NOW)];
}

it('marks the words of a table that pass', () => {
  const table = new TextTable();
  for (const word of ['a', 'b', 'aa']) table.codeFor(word);
  expect([...marksOf(table, (word) => word.startsWith('a'))]).toEqual([1, 0, 1]);
});

describe('durations', () => {
  it('of a build that ended go from its start to its end', () => {
    const times: Times[] = [[AT_10, AT_10, AT_11], [AT_10, AT_11], [AT_10], [AT_10, AT_13, AT_11]];
    expect(spansOf(durations, 'FAILED', ...times)).toEqual([
      HOUR,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it.each(['PENDING', 'UPLOADING', 'BUILDING'])(
    'of one that is %s go on until now, or to an end that is known',
    (status) => {
      const times: Times[] = [[AT_10, AT_11], [AT_10], [AT_10, AT_13], [AT_10, AT_10, AT_11]];
      expect(spansOf(durations, status, ...times)).toEqual([HOUR, Number.NaN, Number.NaN, HOUR]);
    },
  );
});

describe('waits', () => {
  it.each(['PENDING', 'UPLOADING', 'BUILDING', 'COMPLETED'])(
    'of one that is %s go from its creation to its start',
    (status) => {
      const times: Times[] = [
        [AT_10, AT_11],
        [AT_13, AT_11],
        [undefined, AT_11],
      ];
      expect(spansOf(waits, status, ...times)).toEqual([HOUR, Number.NaN, Number.NaN]);
    },
  );

  it.each([
    ['PENDING', 2 * HOUR],
    ['UPLOADING', 2 * HOUR],
    ['BUILDING', Number.NaN],
    ['pending', 2 * HOUR],
    ['CANCELLED', Number.NaN],
  ])('of one that is %s and did not start are %d', (status, span) => {
    expect(spansOf(waits, status, [AT_10])).toEqual([span]);
  });
});

it('takes a build for stalled once it is older than that, and never without a time', () => {
  expect(isStalledAt(NOW - STALLED_AFTER_MS, NOW)).toBe(false);
  expect(isStalledAt(NOW - STALLED_AFTER_MS - 1, NOW)).toBe(true);
  expect(isStalledAt(Number.NaN, NOW)).toBe(false);
});
