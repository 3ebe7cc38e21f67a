import { ARTIFACT_TYPES, STATUSES } from '../contract/status.ts';
import { compareText, foldCase } from '../lib/text.ts';
import type { BuildStore } from './BuildStore.ts';
import { clauseTest } from './clauseTest.ts';
import { bytes, signed, words } from './grown.ts';
import type { Clause } from './query.ts';
import type { FacetCount, Selection } from './selection.ts';
import type { TextTable } from './TextTable.ts';
import type { TextSearches } from './textTest.ts';

/** What is known of a row, one bit each. No bit: it matches. */
const FAILS = 1;
const FAILS_TWICE = 2;
/** It fails a clause that is not on the facet, so no value of the facet would bring it. */
const NOT_BY_STATUS = 4;
const NOT_BY_ARTIFACT = 8;

/** Which rows match all clauses, and what is counted in the same pass. */
export interface Matches extends Pick<Selection, 'facets' | 'withoutClause'> {
  /** 0 for each row that matches; rows that are not in the store do not count. */
  readonly states: Uint8Array;
  readonly count: number;
}

/** Tests every row against every clause, and counts. `now`: milliseconds since the epoch. */
export function matchRows(
  store: BuildStore,
  clauses: readonly Clause[],
  searches: TextSearches,
  now: number,
): Matches {
  const { columns } = store;
  const rows = columns.rows;
  const states = bytes(rows);
  const failed = words(clauses.length > 0 ? rows : 0);
  clauses.forEach((clause, number) => {
    const test = clauseTest(clause, columns, searches, now);
    const { not } = clause;
    const bits =
      FAILS |
      (clause.kind === 'status' ? 0 : NOT_BY_STATUS) |
      (clause.kind === 'artifact' ? 0 : NOT_BY_ARTIFACT);
    for (let row = 0; row < rows; row += 1) {
      if (test(row) !== not) continue;
      const state = states[row] ?? 0;
      states[row] = state | bits | (state & FAILS ? FAILS_TWICE : 0);
      failed[row] = number;
    }
  });
  return { states, ...countRows(store, clauses.length, states, failed) };
}

function countRows(
  store: BuildStore,
  clauseCount: number,
  states: Uint8Array,
  failed: Uint32Array,
): Omit<Matches, 'states'> {
  const { alive } = store;
  const { status, statuses, first, count, artifacts } = store.columns;
  const byStatus = new FacetCounter(statuses);
  const byType = new FacetCounter(artifacts.types);
  const without = words(clauseCount);
  let matching = 0;
  for (let row = 0; row < states.length; row += 1) {
    if (alive[row] !== 1) continue;
    const state = states[row] ?? 0;
    if (state === 0) matching += 1;
    byStatus.add(status[row] ?? 0, row, (state & NOT_BY_STATUS) === 0);
    const isCounted = (state & NOT_BY_ARTIFACT) === 0;
    const from = first[row] ?? 0;
    const end = from + (count[row] ?? 0);
    for (let at = from; at < end; at += 1) byType.add(artifacts.type[at] ?? 0, row, isCounted);
    if ((state & (FAILS | FAILS_TWICE)) === FAILS) {
      const clause = failed[row] ?? 0;
      without[clause] = (without[clause] ?? 0) + 1;
    }
  }
  const types = byType.counts(ARTIFACT_TYPES);
  return {
    count: matching,
    withoutClause: [...without],
    facets: {
      status: byStatus.counts(STATUSES),
      artifact: types.sort((a, b) => b.count - a.count || compareText(a.value, b.value)),
    },
  };
}

/**
 * Counts the builds of each word. Words that differ in case only are one value, as they are to a
 * clause; a build counts once for it.
 */
class FacetCounter {
  readonly #texts: readonly string[];
  /** The number of each code's value. */
  readonly #values: Uint32Array;
  readonly #counts: Uint32Array;
  /** Codes that a build in the store has. */
  readonly #isUsed: Uint8Array;
  /** The row that each value was last counted for. */
  readonly #last: Int32Array;

  constructor(table: TextTable) {
    this.#texts = [...table.pool];
    const numbers = new Map<string, number>();
    this.#values = Uint32Array.from(this.#texts, (text) => {
      const folded = foldCase(text);
      const number = numbers.get(folded) ?? numbers.size;
      numbers.set(folded, number);
      return number;
    });
    this.#counts = words(numbers.size);
    this.#isUsed = bytes(this.#texts.length);
    this.#last = signed(numbers.size).fill(-1);
  }

  /** One word of a build that is in the store. */
  add(code: number, row: number, isCounted: boolean): void {
    this.#isUsed[code] = 1;
    const value = this.#values[code] ?? 0;
    if (!isCounted || this.#last[value] === row) return;
    this.#last[value] = row;
    this.#counts[value] = (this.#counts[value] ?? 0) + 1;
  }

  /** The contract's words, found or not, then all others that were found, in order. */
  counts(contract: readonly string[]): FacetCount[] {
    const found = new Map<string, number>();
    this.#texts.forEach((text, code) => {
      if (this.#isUsed[code] === 1) found.set(text, this.#counts[this.#values[code] ?? 0] ?? 0);
    });
    const byFolded = new Map(contract.map((word) => [foldCase(word), { value: word, count: 0 }]));
    for (const [value, count] of [...found].sort(([a], [b]) => compareText(a, b))) {
      const known = byFolded.get(foldCase(value));
      if (known) known.count = count;
      else byFolded.set(foldCase(value), { value, count });
    }
    return [...byFolded.values()];
  }
}
