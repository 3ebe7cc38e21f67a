import { grown, signed } from '../../lib/grown.ts';
import type { BuildTable } from '../../list/BuildTable.ts';

/** Of a row that is of no name: not in the list. */
const NONE = -1;

/** The rows of each image name, followed from version to version. */
export class RowsByName {
  #epoch = Number.NaN;
  #version = Number.NaN;
  /** By row: the code of its name + 1; 0 stands for `NONE`. */
  #names = signed(0);
  /** By name code. May hold rows that have left since, and rows twice. */
  #rows: (number[] | undefined)[] = [];

  /** The codes of the names whose builds changed since the last call, each once. */
  update(table: BuildTable): ReadonlySet<number> {
    const sameEpoch = this.#epoch === table.epoch;
    const changes = sameEpoch ? table.changesSince(this.#version) : null;
    const changed = new Set<number>();
    if (!sameEpoch) {
      this.#names = signed(0);
      this.#rows = [];
    }
    this.#epoch = table.epoch;
    this.#version = table.version;
    this.#names = grown(this.#names, table.rowCount, signed);
    if (changes !== null) {
      for (const row of changes.rows) this.#look(table, row, changed);
      return changed;
    }
    // Too long ago to know what changed: every name is read anew.
    for (let row = 0; row < table.rowCount; row += 1) this.#look(table, row, changed);
    return changed;
  }

  /** The rows of a name that are in the list, each once, in ascending order. */
  rowsOf(name: number): readonly number[] {
    const rows = this.#rows[name] ?? [];
    const own = rows.filter((row) => this.#names[row] === name + 1);
    const sorted = own.length < 2 ? own : [...new Set(own)].sort((a, b) => a - b);
    this.#rows[name] = sorted;
    return sorted;
  }

  #look(table: BuildTable, row: number, changed: Set<number>): void {
    const before = (this.#names[row] ?? 0) - 1;
    const now = table.alive[row] ? (table.name[row] ?? 0) : NONE;
    if (before !== NONE) changed.add(before);
    if (now !== NONE) changed.add(now);
    if (before === now) return;
    this.#names[row] = now + 1;
    if (now === NONE) return;
    const rows = this.#rows[now];
    if (rows === undefined) this.#rows[now] = [row];
    else rows.push(row);
  }
}
