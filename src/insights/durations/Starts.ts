import type { BuildTable } from '../../list/BuildTable.ts';
import { orderByTime } from '../orderByTime.ts';

/**
 * The rows of a list by start, the newest first, for one version of it: of all, of a name, of a
 * family. Made when first asked for.
 */
export class Starts {
  readonly #table: BuildTable;
  readonly #families: Int32Array;
  #all: Uint32Array | null = null;
  #names: Map<number, number[]> | null = null;
  readonly #byFamily = new Map<number, Uint32Array>();

  /** `families` are by name code. */
  constructor(table: BuildTable, families: Int32Array) {
    this.#table = table;
    this.#families = families;
  }

  all(): Uint32Array {
    this.#all ??= this.#order();
    return this.#all;
  }

  ofName(name: number): readonly number[] {
    if (this.#names === null) {
      this.#names = new Map();
      for (const row of this.all()) {
        const code = this.#table.name[row] ?? 0;
        const rows = this.#names.get(code);
        if (rows === undefined) this.#names.set(code, [row]);
        else rows.push(row);
      }
    }
    return this.#names.get(name) ?? [];
  }

  /** Of the family of a name. */
  ofFamily(name: number): Uint32Array {
    const family = this.#families[name] ?? -1;
    const kept = this.#byFamily.get(family);
    if (kept !== undefined) return kept;
    const { name: names } = this.#table;
    const rows = this.all().filter((row) => this.#families[names[row] ?? 0] === family);
    this.#byFamily.set(family, rows);
    return rows;
  }

  #order(): Uint32Array {
    const { rowCount, alive, started } = this.#table;
    const rows: number[] = [];
    for (let row = 0; row < rowCount; row += 1) {
      if (alive[row] && !Number.isNaN(started[row] ?? Number.NaN)) rows.push(row);
    }
    const order = orderByTime(
      rows.length,
      Float64Array.from(rows, (row) => started[row] ?? Number.NaN),
    );
    return order.map((at) => rows[at] ?? 0).reverse();
  }
}
