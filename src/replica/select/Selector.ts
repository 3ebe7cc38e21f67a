import { words } from '../../lib/grown.ts';
import type { ErrorLines } from '../../list/ErrorLines.ts';
import { type Mark, type Marks, NO_MARKS } from '../../list/Marks.ts';
import type { Clause, Query, SortKey } from '../../list/Query.ts';
import type { Selection } from '../../list/Selection.ts';
import type { BuildStore } from '../columns/BuildStore.ts';
import { clauseMatcher } from './clauseMatcher.ts';
import { KnownRows } from './KnownRows.ts';
import { type Matches, matchRows } from './matchRows.ts';
import { reversed, type SortedRows } from './radix.ts';
import { sortRows } from './sortRows.ts';
import { TextSearches } from './TextSearches.ts';
import { UsedWords } from './UsedWords.ts';

/** So few are searched in the task that draws what was found. */
const FEW_ROWS = 16_384;

interface Kept<T> {
  readonly key: string;
  readonly value: T;
}

/**
 * Answers queries over a store. The order and the matches are kept apart, so that a sort does
 * not filter again, nor a filter sort; what was searched is narrowed as a person types.
 */
export class Selector {
  readonly searches = new TextSearches();
  readonly #store: BuildStore;
  readonly #known = new KnownRows();
  readonly #used: UsedWords;
  #sorted: Kept<SortedRows | null> | null = null;
  #matches: Kept<Matches> | null = null;
  #selection: Kept<Selection> | null = null;

  constructor(store: BuildStore) {
    this.#store = store;
    this.#used = new UsedWords(store);
  }

  /**
   * The builds that a query asks for, in its order, with the counts that come with them. The
   * same object as before while neither the query, the store nor the version of a mark changed,
   * nor `now` (milliseconds since the epoch) or `lines` where the query depends on them. Sorted by
   * error, builds stand by the lines picked, and by first lines where there are none.
   */
  select(
    query: Query,
    now: number,
    marks: Marks = NO_MARKS,
    lines: ErrorLines | null = null,
  ): Selection {
    const { version } = this.#store;
    const moves = this.#store.hasActive;
    const sortTime = moves && query.sort.some(sortsByClock) ? now : null;
    const asked = query.clauses.map((one) => markOf(one, marks));
    const movesMark = asked.some((mark) => mark?.movesWithTime);
    const clauseTime = movesMark || (moves && query.clauses.some(testsClock)) ? now : null;
    const markVersions = asked.map((mark) => mark?.version ?? null);
    const picked = query.sort.some(({ column }) => column === 'error') ? lines : null;
    const about = [version, sortTime, picked?.version];
    const sortKey = keyOf([about, query.sort]);
    const clauseKey = keyOf([version, clauseTime, markVersions, query.clauses]);
    const key = `${sortKey} ${clauseKey}`;
    if (this.#selection?.key === key) return this.#selection.value;

    const all = this.#store.defaultOrder();
    const turnedKey = keyOf([about, turned(query.sort)]);
    const sorted = this.#sort(query.sort, sortKey, turnedKey, now, picked);
    if (this.#matches?.key !== clauseKey) {
      const context = { searches: this.searches, marks, now };
      const value = matchRows(this.#store, query.clauses, context, this.#known, this.#used.now());
      this.#matches = { key: clauseKey, value };
    }
    const { states, count, facets, withoutClause } = this.#matches.value;
    const order = keep(sorted?.rows ?? all, states, count);
    const selection = { order, total: this.#store.size, facets, withoutClause };
    this.#selection = { key, value: selection };
    return selection;
  }

  /**
   * True when `select` has little to search for these clauses: few rows, or known ones; with
   * `within`, also when only what was found by their beginnings is to be searched.
   */
  isPrepared(clauses: readonly Clause[], within = false): boolean {
    const { version, columns } = this.#store;
    if (columns.rows <= FEW_ROWS) return true;
    return clauses.every(
      (clause) => clause.kind !== 'text' || this.#known.has(clause, version, within),
    );
  }

  /** Looks for the texts of clauses that may soon be asked for, so that `select` has them. */
  prepare(clauses: readonly Clause[], now: number): void {
    const { version, columns } = this.#store;
    const context = { searches: this.searches, marks: NO_MARKS, now };
    for (const clause of clauses) {
      if (clause.kind !== 'text') continue;
      const matcher = () => clauseMatcher(clause, columns, context);
      this.#known.rowsOf(clause, version, columns.rows, matcher);
    }
  }

  /** The rows by the keys given; null for the default order. */
  #sort(
    sort: readonly SortKey[],
    key: string,
    turnedKey: string,
    now: number,
    lines: ErrorLines | null,
  ): SortedRows | null {
    if (this.#sorted?.key === key) return this.#sorted.value;
    const last = this.#sorted?.value;
    const value =
      sort.length === 1 && last && this.#sorted?.key === turnedKey
        ? reversed(last)
        : sortRows(this.#store.defaultOrder(), sort, this.#store.columns, now, lines);
    this.#sorted = { key, value };
    return value;
  }
}

/** The rows that match, in order; the same array when all do. */
function keep(rows: Uint32Array, states: Uint8Array, count: number): Uint32Array {
  if (count === rows.length) return rows;
  const kept = words(count);
  let written = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (states[row] === 0) kept[written++] = row;
  }
  return kept;
}

function markOf(clause: Clause, marks: Marks): Mark | null {
  return clause.kind === 'marked' ? marks(clause.mark, clause.key) : null;
}

const sortsByClock = (key: SortKey): boolean => key.column === 'duration' || key.column === 'wait';

const testsClock = (clause: Clause): boolean =>
  clause.kind === 'span' || (clause.kind === 'is' && clause.values.includes('stalled'));

const turned = (sort: readonly SortKey[]): SortKey[] =>
  sort.map(({ column, descending }) => ({ column, descending: !descending }));

/** JSON says null for an infinite number, which is another query. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
  );
}
