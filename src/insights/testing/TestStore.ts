import type { Build } from '../../contract/build.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { BuildStore } from '../../replica/columns/BuildStore.ts';
import { StoreTable } from '../../replica/columns/StoreTable.ts';
import type { Step } from './arbitraryBuilds.ts';

/** The real store, and beside it the builds that it must hold. */
export class TestStore {
  complete = true;
  readonly table: BuildTable;
  readonly #store = new BuildStore();
  readonly #held = new Map<string, Build>();
  #stamp = 0;

  constructor(builds: readonly Build[] = []) {
    this.table = new StoreTable(this.#store, () => this.complete);
    this.apply({ builds, gone: [] });
  }

  get builds(): readonly Build[] {
    return [...this.#held.values()];
  }

  /** All rows that are in the list. */
  get rows(): Uint32Array {
    return this.rowsOf([...this.#held.keys()]);
  }

  rowsOf(ids: readonly string[]): Uint32Array {
    return Uint32Array.from(ids.flatMap((id) => this.table.rowOf(id) ?? []));
  }

  apply({ builds, gone }: Step): void {
    this.#stamp += 1;
    this.#store.apply(builds, this.#stamp);
    for (const build of builds) this.#held.set(build.id, build);
    this.#store.remove(gone, this.#stamp);
    for (const id of gone) this.#held.delete(id);
  }
}
