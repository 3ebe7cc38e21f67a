import { cut, grown, roomOf, signed } from '../../lib/grown.ts';

/**
 * Where in the server's list each row was last seen, to find it again. With newest first, rows
 * move down as others appear above, and keep their distance from the end; in any other order they
 * are taken to stay.
 */
export class PagePlaces {
  #at = nowhere(0);
  #total = signed(0);
  #rows = 0;

  /** Notes that a row stood at a position while the list was this long (null: unknown). */
  note(row: number, position: number, total: number | null): void {
    this.#at = grown(this.#at, row + 1, nowhere);
    this.#total = grown(this.#total, row + 1, signed);
    this.#rows = Math.max(this.#rows, row + 1);
    this.#at[row] = position;
    this.#total[row] = total ?? -1;
  }

  /** Gives the rows other numbers; `to` is the new one of each of `rows`, others are forgotten. */
  renumber(rows: Iterable<number>, to: Uint32Array): void {
    const at = this.#at;
    const totals = this.#total;
    this.#at = nowhere(0);
    this.#total = signed(0);
    this.#rows = 0;
    for (const row of rows) {
      const position = at[row] ?? -1;
      if (position >= 0) this.note(to[row] ?? 0, position, totals[row] ?? -1);
    }
  }

  /** Gives back the room to spare beyond the highest row. True when there was much. */
  trim(): boolean {
    const at = this.#at;
    const places = roomOf(at, this.#rows);
    this.#at = cut(at, places);
    this.#total = cut(this.#total, places);
    return this.#at !== at;
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

function nowhere(length: number): Int32Array<ArrayBuffer> {
  return signed(length).fill(-1);
}
