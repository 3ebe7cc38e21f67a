import { grown, signed } from '../lib/grown.ts';
import type { BuildTable } from '../list/BuildTable.ts';

/** Of a row that has no key: it is not in the list. */
const NONE = -1;

/** The rows of each key, such as an image name, followed from version to version. */
export class RowsByKey {
  #epoch = Number.NaN;
  #version = Number.NaN;
  /** By row: its key + 1; 0 stands for `NONE`. */
  #keys = signed(0);
  /**
   * By key. May hold rows that have left since, and rows twice. The row itself where it is the only
   * one: an array for each of 100,000 images that were built once would be 9 MB.
   */
  #rows: (number | number[] | undefined)[] = [];

  /**
   * The keys whose builds changed since the last call, each once. `keys` gives the key of each
   * row: a small whole number.
   */
  update(table: BuildTable, keys: ArrayLike<number>): ReadonlySet<number> {
    const sameEpoch = this.#epoch === table.epoch;
    const changes = sameEpoch ? table.changesSince(this.#version) : null;
    const changed = new Set<number>();
    if (!sameEpoch) {
      this.#keys = signed(0);
      this.#rows = [];
    }
    this.#epoch = table.epoch;
    this.#version = table.version;
    this.#keys = grown(this.#keys, table.rowCount, signed);
    if (changes !== null) {
      for (const row of changes.rows)
        this.#look(row, table.alive[row] ? (keys[row] ?? 0) : NONE, changed);
      return changed;
    }
    // Too long ago to know what changed: every key is read anew.
    for (let row = 0; row < table.rowCount; row += 1)
      this.#look(row, table.alive[row] ? (keys[row] ?? 0) : NONE, changed);
    return changed;
  }

  /** The rows of a key that are in the list, each once, in ascending order. */
  rowsOf(key: number): readonly number[] {
    const rows = this.#rows[key] ?? [];
    const own = (typeof rows === 'number' ? [rows] : rows).filter(
      (row) => this.#keys[row] === key + 1,
    );
    const sorted = own.length < 2 ? own : [...new Set(own)].sort((a, b) => a - b);
    this.#rows[key] = sorted.length < 2 ? sorted[0] : sorted;
    return sorted;
  }

  #look(row: number, now: number, changed: Set<number>): void {
    const before = (this.#keys[row] ?? 0) - 1;
    if (before !== NONE) changed.add(before);
    if (now !== NONE) changed.add(now);
    if (before === now) return;
    this.#keys[row] = now + 1;
    if (now === NONE) return;
    const rows = this.#rows[now];
    if (rows === undefined) this.#rows[now] = row;
    else if (typeof rows === 'number') this.#rows[now] = [rows, row];
    else rows.push(row);
  }
}
