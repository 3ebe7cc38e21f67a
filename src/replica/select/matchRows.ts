import { bytes, words } from '../../lib/grown.ts';
import type { Clause } from '../../list/Query.ts';
import type { Selection } from '../../list/Selection.ts';
import type { BuildStore } from '../columns/BuildStore.ts';
import { type ClauseContext, clauseMatcher } from './clauseMatcher.ts';
import type { KnownRows } from './KnownRows.ts';
import { RowCounts } from './RowCounts.ts';
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
  const found = clauses.map((clause) => {
    const matcher = () => clauseMatcher(clause, columns, context);
    const marks =
      clause.kind === 'text' ? known.marksOf(clause, store.version, rows, matcher) : null;
    return { clause, marks, matcher };
  });
  const [first, ...others] = found;
  if (first?.marks && !first.clause.not && others.length === 0) {
    return matchMarked(store, first.marks, used);
  }
  const states = bytes(rows);
  const failed = words(clauses.length > 0 ? rows : 0);
  found.forEach(({ clause, marks, matcher }, number) => {
    const { kind, not } = clause;
    const bits =
      FAILS | (kind === 'status' ? 0 : NOT_BY_STATUS) | (kind === 'artifact' ? 0 : NOT_BY_ARTIFACT);
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

/** As while a person types: one text, found at the rows marked by 1. */
function matchMarked(store: BuildStore, marks: Uint8Array, used: Used): Matches {
  const { alive } = store;
  const states = bytes(marks.length).fill(FAILS);
  const counts = new RowCounts(store, used);
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] !== 1 || alive[row] !== 1) continue;
    states[row] = 0;
    counts.matching += 1;
    counts.addToStatus(row);
    counts.addToTypes(row);
  }
  const count = counts.matching;
  return { states, count, withoutClause: [store.size - count], facets: counts.facets() };
}

function countRows(
  store: BuildStore,
  clauseCount: number,
  states: Uint8Array,
  failed: Uint32Array,
  used: Used,
): Omit<Matches, 'states'> {
  const { alive } = store;
  const counts = new RowCounts(store, used);
  const without = words(clauseCount);
  for (let row = 0; row < states.length; row += 1) {
    if (alive[row] !== 1) continue;
    const state = states[row] ?? 0;
    if ((state & (FAILS | FAILS_TWICE)) === FAILS) {
      const clause = failed[row] ?? 0;
      without[clause] = (without[clause] ?? 0) + 1;
    }
    // Most rows of a search.
    if ((state & BY_NEITHER) === BY_NEITHER) continue;
    if (state === 0) counts.matching += 1;
    if ((state & NOT_BY_STATUS) === 0) counts.addToStatus(row);
    if ((state & NOT_BY_ARTIFACT) === 0) counts.addToTypes(row);
  }
  return { count: counts.matching, withoutClause: [...without], facets: counts.facets() };
}
