import { bytes, words } from '../../lib/grown.ts';
import type { Clause } from '../../list/Query.ts';
import type { Selection } from '../../list/Selection.ts';
import type { BuildStore } from '../columns/BuildStore.ts';
import { type ClauseContext, clauseMatcher } from './clauseMatcher.ts';
import { countRows, NOT_BY_ARTIFACT, NOT_BY_STATUS } from './countRows.ts';
import type { KnownRows } from './KnownRows.ts';
import type { Used } from './UsedWords.ts';

/** What is known of a row, one bit each. No bit: it matches. */
const FAILS = 1;
const FAILS_TWICE = 2;
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
    const { kind, not } = clause;
    const matcher = () => clauseMatcher(clause, columns, context);
    const where = kind === 'text' ? known.rowsOf(clause, store.version, rows, matcher) : null;
    return { kind, not, matcher, where };
  });
  const [first] = found;
  if (found.length === 1 && first?.where && !first.not) {
    return matchFound(store, first.where, used);
  }
  const states = bytes(rows);
  const failed = words(clauses.length > 0 ? rows : 0);
  found.forEach(({ kind, not, matcher, where }, number) => {
    const bits =
      FAILS | (kind === 'status' ? 0 : NOT_BY_STATUS) | (kind === 'artifact' ? 0 : NOT_BY_ARTIFACT);
    const fail = (row: number) => {
      const state = states[row] ?? 0;
      states[row] = state | bits | (state & FAILS ? FAILS_TWICE : 0);
      failed[row] = number;
    };
    if (where) {
      let next = 0;
      for (let row = 0; row < rows; row += 1) {
        const isFound = where[next] === row;
        if (isFound) next += 1;
        if (isFound === not) fail(row);
      }
    } else {
      const matches = matcher();
      for (let row = 0; row < rows; row += 1) if (matches(row) === not) fail(row);
    }
  });
  return countStates(store, clauses.length, states, failed, used);
}

/** As while a person types: one text, and the rows in which it was found. */
function matchFound(store: BuildStore, found: Uint32Array, used: Used): Matches {
  const { alive, columns, size } = store;
  const states = bytes(columns.rows).fill(FAILS);
  const counts = countRows(store, used);
  for (const row of found) {
    if (alive[row] !== 1) continue;
    states[row] = 0;
    counts.add(row, 0);
  }
  const result = counts.result();
  return { states, ...result, withoutClause: [size - result.count] };
}

function countStates(
  store: BuildStore,
  clauseCount: number,
  states: Uint8Array,
  failed: Uint32Array,
  used: Used,
): Matches {
  const { alive } = store;
  const counts = countRows(store, used);
  const without = words(clauseCount);
  for (let row = 0; row < states.length; row += 1) {
    if (alive[row] !== 1) continue;
    const state = states[row] ?? 0;
    if ((state & (FAILS | FAILS_TWICE)) === FAILS) {
      const clause = failed[row] ?? 0;
      without[clause] = (without[clause] ?? 0) + 1;
    }
    // Most rows of a search.
    if ((state & BY_NEITHER) !== BY_NEITHER) counts.add(row, state);
  }
  return { states, ...counts.result(), withoutClause: [...without] };
}
