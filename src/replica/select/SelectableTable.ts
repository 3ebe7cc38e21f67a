import type { BuildStore } from '../columns/BuildStore.ts';
import { StoreTable } from '../columns/StoreTable.ts';
import { Selector } from './Selector.ts';

/** The face of a store that can be asked for selections too. */
export class SelectableTable extends StoreTable {
  readonly #builds: BuildStore;

  constructor(store: BuildStore, isComplete: () => boolean) {
    super(store, isComplete);
    this.#builds = store;
  }

  /** Answers queries over this table, and keeps its last answers. */
  newSelector(): Selector {
    return new Selector(this.#builds);
  }
}
