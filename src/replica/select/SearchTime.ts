import type { Clause } from '../../list/Query.ts';
import type { Selector } from './Selector.ts';

/** A search that takes less is not worth a task of its own. Milliseconds. */
const QUICK_MS = 6;

type Searcher = Pick<Selector, 'isPrepared' | 'prepare'>;

/**
 * Searches ahead, and learns from each search how long the next one may take: a text that goes on
 * from the last one takes no longer.
 */
export class SearchTime {
  readonly #selector: Searcher;
  readonly #clock: () => number;
  #lastMs = Number.POSITIVE_INFINITY;

  constructor(selector: Searcher, clock = () => performance.now()) {
    this.#selector = selector;
    this.#clock = clock;
  }

  /** True when the builds that clauses ask for can be drawn without a long search, by all one knows. */
  isPrepared(clauses: readonly Clause[]): boolean {
    return this.#lastMs < QUICK_MS || this.#selector.isPrepared(clauses);
  }

  /** Looks for the texts of clauses. `now`: milliseconds since the epoch. */
  prepare(clauses: readonly Clause[], now: number): void {
    if (this.#selector.isPrepared(clauses)) return;
    const began = this.#clock();
    this.#selector.prepare(clauses, now);
    this.#lastMs = this.#clock() - began;
  }
}
