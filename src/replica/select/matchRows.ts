import { ARTIFACT_TYPES, STATUSES } from '../../contract/status.ts';
import { bytes, words } from '../../lib/grown.ts';
import { compareText } from '../../lib/text.ts';
import type { Clause } from '../../list/Query.ts';
import type { Selection } from '../../list/Selection.ts';
import type { BuildStore } from '../columns/BuildStore.ts';
import { type ClauseContext, clauseMatcher } from './clauseMatcher.ts';
import { Facet } from './Facet.ts';
import type { KnownRows } from './KnownRows.ts';
import type { Used } from './UsedWords.ts';

/** What is known of a row, one bit each. No bit: it matches. */
const FAILS = 1;
const FAILS_TWICE = 2;
/** It fails a clause that is not on the facet, so no value of the facet would bring it. */
const NOT_BY_STATUS = 4;
const NOT_BY_ARTIFACT = 8;

const BY_NEITHER = NOT_BY_STATUS | NOT_BY_ARTIFACT;

/** Which rows match all clauses, and what is counted in the same pass. */
export interface Matches extends Pick<Selection, 'facets' | 'withoutClause'> {
  /** 0 for each row that matches; rows that are not in the store do not count. */
  readonly states: Uint8Array;
  readonly count: number;
}

/** Tests every row against every clause, and counts. */
export function matchRows(
  store: BuildStore,
  clauses: readonly Clause[],
  context: ClauseContext,
  known: KnownRows,
  used: Used,
): Matches {
  const { columns } = store;
  const rows = columns.rows;
  const states = bytes(rows);
  const failed = words(clauses.length > 0 ? rows : 0);
  clauses.forEach((clause, number) => {
    const { not } = clause;
    const matcher = () => clauseMatcher(clause, columns, context);
    const marks =
      clause.kind === 'text' ? known.marksOf(clause, store.version, rows, matcher) : null;
    const bits =
      FAILS |
      (clause.kind === 'status' ? 0 : NOT_BY_STATUS) |
      (clause.kind === 'artifact' ? 0 : NOT_BY_ARTIFACT);
    const fail = (row: number) => {
      const state = states[row] ?? 0;
      states[row] = state | bits | (state & FAILS ? FAILS_TWICE : 0);
      failed[row] = number;
    };
    if (marks) {
      const good = not ? 0 : 1;
      for (let row = 0; row < rows; row += 1) if (marks[row] !== good) fail(row);
    } else {
      const matches = matcher();
      for (let row = 0; row < rows; row += 1) if (matches(row) === not) fail(row);
    }
  });
  return { states, ...countRows(store, clauses.length, states, failed, used) };
}

function countRows(
  store: BuildStore,
  clauseCount: number,
  states: Uint8Array,
  failed: Uint32Array,
  used: Used,
): Omit<Matches, 'states'> {
  const { alive } = store;
  const { status, statuses, first, count, artifacts } = store.columns;
  const { type } = artifacts;
  const byStatus = new Facet(statuses, used.statuses);
  const byType = new Facet(artifacts.types, used.types);
  const { values, counts, last } = byType;
  const without = words(clauseCount);
  let matching = 0;
  for (let row = 0; row < states.length; row += 1) {
    if (alive[row] !== 1) continue;
    const state = states[row] ?? 0;
    if ((state & (FAILS | FAILS_TWICE)) === FAILS) {
      const clause = failed[row] ?? 0;
      without[clause] = (without[clause] ?? 0) + 1;
    }
    // Most rows of a search.
    if ((state & BY_NEITHER) === BY_NEITHER) continue;
    if (state === 0) matching += 1;
    if ((state & NOT_BY_STATUS) === 0) {
      const value = byStatus.values[status[row] ?? 0] ?? 0;
      byStatus.counts[value] = (byStatus.counts[value] ?? 0) + 1;
    }
    const from = first[row] ?? 0;
    const end = (state & NOT_BY_ARTIFACT) === 0 ? from + (count[row] ?? 0) : from;
    for (let at = from; at < end; at += 1) {
      const value = values[type[at] ?? 0] ?? 0;
      if (last[value] === row) continue;
      last[value] = row;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  const types = byType.list(ARTIFACT_TYPES);
  return {
    count: matching,
    withoutClause: [...without],
    facets: {
      status: byStatus.list(STATUSES),
      artifact: types.sort((a, b) => b.count - a.count || compareText(a.value, b.value)),
    },
  };
}
