import type { BuildTable } from './BuildTable.ts';

/** An answer computed from the list: facts over all of it, then what a filter lets through. */
export interface Insight<Facts, Picked, By = unknown> {
  /**
   * Over the whole list, whatever the filter; the same object while nothing changed. `now`:
   * milliseconds since the epoch.
   */
  facts(table: BuildTable, now: number): Facts;
  /**
   * What the filter lets through, with its matching counts. `rows` are those of a selection;
   * `by` says what else it depends on, where it does.
   */
  pick(facts: Facts, rows: Uint32Array, by?: By): Picked;
  /** Reads what is dear for at most `budgetMs` milliseconds; true when there is no more to do. */
  work(budgetMs: number): boolean;
}
