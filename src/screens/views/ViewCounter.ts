import type { SelectableTable } from '../../replica/select/SelectableTable.ts';
import type { Selector } from '../../replica/select/Selector.ts';
import { parseView } from '../../views/address/parseView.ts';
import { resolveView } from '../../views/resolveView.ts';
import { newestOf } from './newestOf.ts';

/** What is in a view now. */
export interface ViewCount {
  readonly count: number;
  /** When the last of its builds was created or ended, milliseconds since the epoch. */
  readonly newest: number;
}

/** By the view's address (`SavedView.search`). */
export type ViewCounts = ReadonlyMap<string, ViewCount>;

export interface Counted {
  readonly table: SelectableTable;
  readonly searches: readonly string[];
}

export interface CounterSurroundings {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly whenIdle: (run: () => void, after: number) => () => void;
}

/** Counts are made at most this often. Milliseconds. */
const EVERY = 1000;
/** Where counting is slow it may take one part in this many of the time. */
const SHARE = 20;
/** The grain of relative times, as the table has it, so that both count the same. Milliseconds. */
const GRAIN = 15_000;
/** So many views keep what they found, to be quicker next time; more would cost much memory. */
const MOST_KEPT = 12;

/**
 * Counts the builds of many views off the hot path: when the page is idle, one view at a time,
 * at most once a second, less often where it takes long. Asleep while no one listens.
 */
export class ViewCounter {
  readonly #surroundings: CounterSurroundings;
  readonly #listeners = new Set<() => void>();
  readonly #selectors = new Map<string, Selector>();
  #counts: ViewCounts = new Map();
  #asked: Counted | null = null;
  #isDue = false;
  /** The builds that the selectors are of. */
  #table: SelectableTable | null = null;
  #begunAt = Number.NEGATIVE_INFINITY;
  /** What the counts begun last have taken. Milliseconds. */
  #spent = 0;
  #cancel: (() => void) | null = null;

  constructor(surroundings: CounterSurroundings) {
    this.#surroundings = surroundings;
  }

  readonly get = (): ViewCounts => this.#counts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#isDue = true;
    this.#plan();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#cancel?.();
      this.#cancel = null;
    };
  };

  /** Asks for new counts: builds, views or the time have changed. */
  request(asked: Counted): void {
    this.#asked = asked;
    this.#isDue = true;
    this.#plan();
  }

  #plan(): void {
    if (this.#cancel !== null || !this.#isDue) return;
    if (this.#asked === null || this.#listeners.size === 0) return;
    const rest = Math.max(EVERY, this.#spent * SHARE);
    const left = this.#begunAt + rest - this.#surroundings.now();
    // A clock that was set back must not stop the counting.
    const wait = Math.min(rest, Math.max(0, left));
    this.#cancel = this.#surroundings.whenIdle(() => this.#begin(), wait);
  }

  #begin(): void {
    if (this.#asked === null) return;
    const { table } = this.#asked;
    const searches = [...new Set(this.#asked.searches)];
    this.#isDue = false;
    this.#begunAt = this.#surroundings.now();
    this.#spent = 0;
    if (this.#table !== table) this.#selectors.clear();
    this.#table = table;
    for (const search of this.#selectors.keys()) {
      if (!searches.includes(search)) this.#selectors.delete(search);
    }
    this.#step(table, searches, new Map());
  }

  #step(table: SelectableTable, left: readonly string[], counts: Map<string, ViewCount>): void {
    const [search, ...rest] = left;
    if (search === undefined) {
      this.#end(table, counts);
      return;
    }
    const from = this.#surroundings.now();
    counts.set(search, this.#count(table, search));
    this.#spent += this.#surroundings.now() - from;
    this.#cancel = this.#surroundings.whenIdle(() => this.#step(table, rest, counts), 0);
  }

  #end(table: SelectableTable, counts: ViewCounts): void {
    this.#cancel = null;
    // Counts of builds that were wiped meanwhile are no one's.
    if (this.#asked?.table === table && !isSame(counts, this.#counts)) {
      this.#counts = counts;
      for (const listener of this.#listeners) listener();
    }
    this.#plan();
  }

  #count(table: SelectableTable, search: string): ViewCount {
    const now = this.#surroundings.now();
    const rows = this.#rowsOf(table, search, Math.floor(now / GRAIN) * GRAIN);
    return { count: rows.length, newest: newestOf(table, rows, now) };
  }

  #rowsOf(table: SelectableTable, search: string, now: number): Uint32Array {
    const { filter, zone } = parseView(search);
    const query = resolveView({ filter, zone, sort: [] }, now);
    return this.#selectorFor(table, search).select(query, now).order;
  }

  #selectorFor(table: SelectableTable, search: string): Selector {
    const known = this.#selectors.get(search);
    if (known !== undefined) return known;
    const selector = table.newSelector();
    if (this.#selectors.size < MOST_KEPT) this.#selectors.set(search, selector);
    return selector;
  }
}

function isSame(a: ViewCounts, b: ViewCounts): boolean {
  if (a.size !== b.size) return false;
  for (const [search, { count, newest }] of a) {
    const other = b.get(search);
    if (other?.count !== count || other.newest !== newest) return false;
  }
  return true;
}
