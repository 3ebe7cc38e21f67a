/**
 * Where in the server's list each row was last seen, to find it again. With newest first, rows
 * move down as others appear above, and keep their distance from the end; in any other order they
 * are taken to stay.
 */
export class PagePlaces {
  #at = new Int32Array(1024).fill(-1);
  #total = new Int32Array(1024);

  /** Notes that a row stood at a position while the list was this long (null: unknown). */
  note(row: number, position: number, total: number | null): void {
    if (row >= this.#at.length) {
      const length = Math.max(row + 1, this.#at.length * 2);
      const at = new Int32Array(length).fill(-1);
      const totals = new Int32Array(length);
      at.set(this.#at);
      totals.set(this.#total);
      this.#at = at;
      this.#total = totals;
    }
    this.#at[row] = position;
    this.#total[row] = total ?? -1;
  }

  /** Gives the rows other numbers; `to` is the new one of each of `rows`, others are forgotten. */
  renumber(rows: Iterable<number>, to: Uint32Array): void {
    const at = this.#at;
    const totals = this.#total;
    this.#at = new Int32Array(1024).fill(-1);
    this.#total = new Int32Array(1024);
    for (const row of rows) {
      const position = at[row] ?? -1;
      if (position >= 0) this.note(to[row] ?? 0, position, totals[row] ?? -1);
    }
  }

  /** Where the row is expected now, null when it was never placed. */
  expected(row: number, total: number | null, newestFirst: boolean): number | null {
    const at = this.#at[row] ?? -1;
    if (at < 0) return null;
    const then = this.#total[row] ?? -1;
    if (!newestFirst || total === null || then < 0) return at;
    return Math.max(0, at + total - then);
  }
}
