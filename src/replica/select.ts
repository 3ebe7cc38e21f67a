import type { BuildStore } from './BuildStore.ts';
import type { Query } from './query.ts';
import type { Selection } from './selection.ts';
import { naiveSelect } from './testing/naive.ts';

/** Answers queries over a store, and remembers what it can use again. */
export class Selector {
  #store: BuildStore;
  #last: { key: string; selection: Selection } | null = null;

  constructor(store: BuildStore) {
    this.#store = store;
  }

  /**
   * The builds that a query asks for, in its order, with the counts that come with them. The
   * same object as before while neither the query nor the store changed. `now`: milliseconds
   * since the epoch.
   */
  select(query: Query, now: number): Selection {
    const key = JSON.stringify([query, this.#store.version, now]);
    if (this.#last?.key === key) return this.#last.selection;
    const builds = [];
    for (let row = 0; row < this.#store.rowCount; row += 1) {
      if (this.#store.isAlive(row)) builds.push(this.#store.build(row));
    }
    const { ids, ...counts } = naiveSelect(builds, query, now);
    const order = Uint32Array.from(ids, (id) => this.#store.rowOf(id) ?? 0);
    const selection = { order, ...counts };
    this.#last = { key, selection };
    return selection;
  }
}
