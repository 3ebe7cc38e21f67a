import { cut, grown, roomOf, signed, words } from '../../lib/grown.ts';

/**
 * What is remembered of each row of the list across walks: the walk that last saw it, and the
 * page of that walk. Rows are small integers (keys); 0 for `walk` means not known. Typed arrays,
 * since there may be 100,000 rows and a page must cost no more than its own rows.
 */
export class SeenRows {
  #walk = words(0);
  #page = signed(0);
  #size = 0;
  /** One more than the highest key that was seen. */
  #end = 0;

  /** rows known: seen once and not dropped since. */
  get size(): number {
    return this.#size;
  }

  /** The walk that last saw the row, 0 when it is not known. */
  walkOf(key: number): number {
    return this.#walk[key] ?? 0;
  }

  /** The page of the walk that last saw the row. */
  pageOf(key: number): number {
    return this.#page[key] ?? -1;
  }

  /** Notes that a walk saw the row on one of its pages. */
  see(key: number, walk: number, page: number): void {
    this.#walk = grown(this.#walk, key + 1, words);
    this.#page = grown(this.#page, key + 1, signed);
    this.#end = Math.max(this.#end, key + 1);
    if (this.#walk[key] === 0) this.#size += 1;
    this.#walk[key] = walk;
    this.#page[key] = page;
  }

  /** Forgets the row. */
  drop(key: number): void {
    if (this.walkOf(key) === 0) return;
    this.#walk[key] = 0;
    this.#size -= 1;
  }

  /** The rows known that no walk from `walk` on has seen. */
  unseenSince(walk: number): number[] {
    const keys: number[] = [];
    for (let key = 0; key < this.#walk.length; key += 1) {
      const seen = this.#walk[key] ?? 0;
      if (seen !== 0 && seen < walk) keys.push(key);
    }
    return keys;
  }

  /** Gives the rows other numbers: `to` tells the new key of one that is known. */
  renumber(to: (key: number) => number): void {
    const walk = this.#walk;
    const page = this.#page;
    this.#walk = words(0);
    this.#page = signed(0);
    this.#size = 0;
    this.#end = 0;
    walk.forEach((seen, key) => {
      if (seen !== 0) this.see(to(key), seen, page[key] ?? -1);
    });
  }

  /** Gives back the room to spare beyond the highest key that was seen. True when there was much. */
  trim(): boolean {
    const walk = this.#walk;
    const places = roomOf(walk, this.#end);
    this.#walk = cut(walk, places);
    this.#page = cut(this.#page, places);
    return this.#walk !== walk;
  }
}
