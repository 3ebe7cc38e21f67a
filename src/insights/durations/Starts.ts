import { floats, words } from '../../lib/grown.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { orderByTime } from '../orderByTime.ts';

/** Rows that are looked at in one part. */
const PART = 16_384;

interface StartSources {
  readonly table: BuildTable;
  /** By name code. */
  readonly families: Int32Array;
}

/**
 * The rows of a list by start, the newest first, for one version of it: of all, of a name, of a
 * family.
 */
export class Starts {
  readonly all: Uint32Array;
  readonly #table: BuildTable;
  readonly #families: Int32Array;
  /** Those of each name together. */
  readonly #byName: Uint32Array;
  /** By name code: where its rows start; one more, for the end. */
  readonly #start: Uint32Array;
  readonly #byFamily = new Map<number, Uint32Array>();

  private constructor({ table, families }: StartSources, all: Uint32Array) {
    this.#table = table;
    this.#families = families;
    this.all = all;
    const { name } = table;
    const start = words(table.texts.names.size + 1);
    for (const row of all) {
      const after = (name[row] ?? 0) + 1;
      start[after] = (start[after] ?? 0) + 1;
    }
    for (let code = 1; code < start.length; code += 1) {
      start[code] = (start[code] ?? 0) + (start[code - 1] ?? 0);
    }
    const next = start.slice();
    const byName = words(all.length);
    for (const row of all) {
      const code = name[row] ?? 0;
      byName[next[code] ?? 0] = row;
      next[code] = (next[code] ?? 0) + 1;
    }
    this.#start = start;
    this.#byName = byName;
  }

  /** Puts the rows in order, in parts of some milliseconds at most, for a list that stays as it is. */
  static *read(sources: StartSources): Generator<void, Starts> {
    const { rowCount, alive, started } = sources.table;
    const rows = words(rowCount);
    const times = floats(rowCount);
    let count = 0;
    for (let from = 0; from < rowCount; from += PART) {
      for (let row = from; row < Math.min(rowCount, from + PART); row += 1) {
        const time = started[row] ?? Number.NaN;
        if (!alive[row] || Number.isNaN(time)) continue;
        rows[count] = row;
        times[count] = time;
        count += 1;
      }
      yield;
    }
    const order = orderByTime(count, times);
    yield;
    const all = words(count);
    for (let at = 0; at < count; at += 1) all[at] = rows[order[count - 1 - at] ?? 0] ?? 0;
    yield;
    return new Starts(sources, all);
  }

  ofName(name: number): Uint32Array {
    return this.#byName.subarray(this.#start[name], this.#start[name + 1]);
  }

  /** Of the family of a name. */
  ofFamily(name: number): Uint32Array {
    const family = this.#families[name] ?? -1;
    const kept = this.#byFamily.get(family);
    if (kept !== undefined) return kept;
    const { name: names } = this.#table;
    const rows = this.all.filter((row) => this.#families[names[row] ?? 0] === family);
    this.#byFamily.set(family, rows);
    return rows;
  }
}
