import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { PickedLines } from '../../insights/errors/PickedLines.ts';
import { shownLineOf } from '../../insights/errors/text/shownLineOf.ts';
import { formatSpan } from '../../lib/span.ts';
import { runs } from '../../lib/testing/runs.ts';
import { compareText, makeVisible } from '../../lib/text.ts';
import { factsAt, factsOf } from '../../list/BuildFacts.ts';
import { firstPathOf } from '../../list/facts.ts';
import { NO_MARKS } from '../../list/Marks.ts';
import type { Clause, SortColumn, TextClause } from '../../list/Query.ts';
import { durationOf, waitOf } from '../../list/spans.ts';
import { builds } from '../../replica/testing/arbitraryBuilds.ts';
import { listOf } from '../../replica/testing/listOf.ts';
import { type BuildRecord, buildRecord } from '../build/BuildRecord.ts';
import { statusLook } from '../build/statusLook.ts';
import { durationText, waitText } from '../build/timeText.ts';
import { plainBuild, shown } from '../export/formats/plainBuild.ts';
import { cellText } from '../keys/build/cellText.ts';

const NOW = Date.UTC(2026, 10, 3, 12);
const COLUMNS = [
  'status',
  'image',
  'tag',
  'artifacts',
  'error',
  'created',
  'started',
  'ended',
  'duration',
  'wait',
  'id',
  'path',
] as const satisfies readonly (SortColumn | 'path')[];
type Column = (typeof COLUMNS)[number];

/** What a column says of a build, as a person reads it; null for nothing. */
function said(record: BuildRecord, column: Column): string | number | null {
  const { build, createdAt, startedAt, completedAt, active, queued } = record;
  switch (column) {
    case 'status':
      return statusLook(build.status).word;
    case 'image':
      return build.imageName;
    case 'tag':
      return build.imageTag;
    case 'artifacts':
      return build.artifacts?.length ?? null;
    case 'error':
      return record.errorLine;
    case 'created':
      return known(createdAt);
    case 'started':
      return known(startedAt);
    case 'ended':
      return known(completedAt);
    case 'duration':
      return known(durationOf(startedAt, completedAt, active, NOW));
    case 'wait':
      return known(waitOf(createdAt, startedAt, queued, NOW));
    case 'id':
      return build.id;
    case 'path':
      return firstPathOf(build.artifacts);
  }
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** The clause that asks for what a column says, and for nothing else. */
function clauseOf(record: BuildRecord, column: Column): Clause | null {
  const value = said(record, column);
  if (value === null || column === 'artifacts') return null;
  if (typeof value === 'number') {
    const range = { from: value, to: value + 1, not: false };
    if (column === 'duration' || column === 'wait')
      return { kind: 'span', field: column, ...range };
    if (column === 'created' || column === 'started' || column === 'ended') {
      return { kind: 'time', field: column, ...range };
    }
    throw new Error(column);
  }
  if (column === 'status') return { kind: 'status', values: [record.build.status], not: false };
  const text = makeVisible(value);
  return textClause(column, { match: 'contains', text });
}

function textClause(column: Column, pattern: TextClause['patterns'][number]): TextClause {
  const field = TEXT_FIELDS.find((one) => one === column) ?? 'any';
  return { kind: 'text', field, patterns: [pattern], not: false };
}

const TEXT_FIELDS = ['image', 'tag', 'id', 'path', 'error'] as const;

const PARTS = {
  artifacts: 'artifacts',
  error: 'error',
  started: 'start',
  ended: 'end',
  path: 'path',
} as const;

function isInOrder(a: string | number, b: string | number, column: Column): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a <= b;
  return column === 'id' ? a <= b : compareText(a, b) <= 0;
}

const lists = fc.uniqueArray(builds, { selector: ({ id }) => id, maxLength: 8 });

/** How far the lines were picked that stand for errors. */
const PICKED = ['none', 'some', 'all'] as const;
type Picked = (typeof PICKED)[number];
const howFar = fc.constantFrom(...PICKED);
const lineOf = (text: string): string => shownLineOf(text).line;

function read(list: readonly Build[], picked: Picked = 'all') {
  const { store, table } = listOf(picked === 'some' ? list.slice(0, list.length / 2) : list);
  const reader = new PickedLines(table);
  reader.work(Number.POSITIVE_INFINITY);
  const lines = picked === 'none' ? null : reader.lines();
  store.apply(list, 1);
  const selector = table.newSelector();
  const select = (clauses: readonly Clause[], column: SortColumn = 'created') => [
    ...selector.select({ clauses, sort: [{ column, descending: false }] }, NOW, NO_MARKS, lines)
      .order,
  ];
  const records = list.map((build, row) => buildRecord(row, build, factsAt(table, row, lines)));
  return { table, lines, select, records };
}

describe('every column gives one answer', () => {
  it('as a row of the table and as a build that stands alone', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { table, lines } = read(list);
        for (const [row, build] of list.entries()) {
          expect(factsAt(table, row)).toEqual(factsOf(build));
          expect(factsAt(table, row, lines)).toEqual(factsOf(build, lineOf));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it.each(COLUMNS.filter((column) => column !== 'path'))(
    'what it says is what %s sorts by',
    (column) => {
      fc.assert(
        fc.property(lists, howFar, (list, picked) => {
          const { select, records } = read(list, picked);
          const values = select([], column).map((row) => {
            const record = records[row];
            return record ? said(record, column) : null;
          });
          const first = values.indexOf(null);
          const there = values.filter((value) => value !== null);
          expect(first < 0 ? values.length : first).toBe(there.length);
          if (column === 'status') return;
          for (let at = 1; at < there.length; at += 1) {
            expect(isInOrder(there[at - 1] ?? '', there[at] ?? '', column), String(there)).toBe(
              true,
            );
          }
        }),
        { numRuns: runs(200) },
      );
    },
  );

  it('status sorts what looks alike together', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { select, records } = read(list);
        const words = select([], 'status').map((row) =>
          statusLook(records[row]?.build.status ?? '').word.toLowerCase(),
        );
        const groups = words.filter((word, at) => word !== words[at - 1]);
        expect(new Set(groups).size).toBe(groups.length);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each(COLUMNS)('what it says is what %s is filtered by', (column) => {
    fc.assert(
      fc.property(lists, howFar, (list, picked) => {
        const { select, records } = read(list, picked);
        for (const record of records) {
          const clause = clauseOf(record, column);
          if (clause === null) continue;
          const found = select([clause]);
          expect(found).toContain(record.row);
          expect(select([{ ...clause, not: true }])).not.toContain(record.row);
          const raw = cellText(record, column);
          if (clause.kind !== 'text' || raw === '') continue;
          expect(select([textClause(column, { match: 'exact', text: raw })])).toContain(record.row);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it.each(['artifacts', 'error', 'started', 'ended', 'path'] as const)(
    'where it says nothing, has: finds nothing: %s',
    (column) => {
      fc.assert(
        fc.property(lists, howFar, (list, picked) => {
          const { select, records } = read(list, picked);
          const found = select([{ kind: 'has', values: [PARTS[column]], not: false }]);
          const there = records.filter((record) => said(record, column) !== null);
          expect(found.toSorted()).toEqual(there.map(({ row }) => row).toSorted());
        }),
        { numRuns: runs(200) },
      );
    },
  );

  it('on paper, in text and on screen', () => {
    fc.assert(
      fc.property(builds, (build) => {
        const record = buildRecord(0, build, factsOf(build, lineOf));
        const plain = plainBuild(build, NOW);
        expect(plain.status).toBe(statusLook(build.status).word);
        expect(plain.error).toBe(record.errorLine === null ? '' : shown(record.errorLine));
        const { startedAt, completedAt, createdAt, active, queued } = record;
        const duration = known(durationOf(startedAt, completedAt, active, NOW));
        expect(plain.duration).toBe(formatSpan(duration));
        expect(durationText(record, NOW)).toBe(formatSpan(duration));
        const wait = known(waitOf(createdAt, startedAt, queued, NOW));
        expect(waitText(record, NOW)).toBe(formatSpan(wait));
        for (const column of ['error', 'path'] as const) {
          expect(cellText(record, column) === '').toBe(said(record, column) === null);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('of blank errors: the first that says something', () => {
    const artifacts = (errors: readonly string[]) =>
      errors.map((errorMessage, at) => ({
        id: `a${at}`,
        artifactType: 'CONTAINER_IMAGE',
        status: 'FAILED',
        fullImagePath: ' ',
        errorMessage,
        createdAt: '2026-11-01T00:00:00Z',
        startedAt: null,
        completedAt: null,
      }));
    const base = fc.sample(builds, { numRuns: 1, seed: 1 })[0];
    if (!base) throw new Error('no build');
    const list = [
      { ...base, id: 'late', artifacts: artifacts(['   ', 'zzzz']) },
      { ...base, id: 'early', artifacts: artifacts(['mmm']) },
      { ...base, id: 'none', artifacts: artifacts(['   ', '\u001b[0m\n']) },
    ];
    const { select, records } = read(list);
    expect(select([], 'error').map((row) => records[row]?.errorLine)).toEqual([
      'mmm',
      'zzzz',
      null,
    ]);
    expect(select([{ kind: 'has', values: ['error'], not: true }])).toEqual([2]);
    expect(select([{ kind: 'has', values: ['path'], not: false }])).toEqual([]);
  });
});
