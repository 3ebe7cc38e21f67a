import type { BuildTable } from '../list/BuildTable.ts';
import { RowsByKey } from './RowsByKey.ts';

/** Makes what is kept of a key from the rows of its builds, which are in ascending order. */
export type ReadKey<Kept> = (table: BuildTable, key: number, rows: readonly number[]) => Kept;

/**
 * Something kept of each key of a list, such as an image name: read anew where its builds changed,
 * in slices of time.
 */
export class RecordsByKey<Kept> {
  readonly #read: ReadKey<Kept>;
  readonly #rows = new RowsByKey();
  readonly #pending = new Set<number>();
  #records: (Kept | undefined)[] = [];
  #table: BuildTable | null = null;
  #epoch = Number.NaN;
  #slices = 0;

  constructor(read: ReadKey<Kept>) {
    this.#read = read;
  }

  /** By key; undefined: not read yet, or no build has it. Written to by `work`. */
  get records(): readonly (Kept | undefined)[] {
    return this.#records;
  }

  /** Keys that are still to be read: as they were before, or missing. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Another one whenever records may differ. */
  get version(): number {
    return this.#slices;
  }

  /** Finds out which keys are to be read anew. `keys` gives the key of each row. */
  follow(table: BuildTable, keys: ArrayLike<number>): void {
    if (this.#epoch !== table.epoch) {
      this.#records = [];
      this.#pending.clear();
    }
    this.#epoch = table.epoch;
    this.#table = table;
    for (const key of this.#rows.update(table, keys)) this.#pending.add(key);
  }

  /** Reads keys for at most `budgetMs` milliseconds; true when there is no more to do. */
  work(budgetMs: number): boolean {
    const table = this.#table;
    if (table === null || this.#pending.size === 0) return true;
    const end = performance.now() + budgetMs;
    this.#slices += 1;
    for (const key of this.#pending) {
      this.#pending.delete(key);
      const rows = this.#rows.rowsOf(key);
      this.#records[key] = rows.length === 0 ? undefined : this.#read(table, key, rows);
      if (performance.now() >= end) return this.#pending.size === 0;
    }
    return true;
  }

  /** The rows of a key that are in the list, as of the last `follow`, in ascending order. */
  rowsOf(key: number): readonly number[] {
    return this.#rows.rowsOf(key);
  }
}
