/**
 * What is remembered of each row of the list across walks: the walk that last saw it, and the
 * page of that walk. Rows are small integers (keys); 0 for `walk` means not known. Typed arrays,
 * since there may be 100,000 rows and a page must cost no more than its own rows.
 */
export class SeenRows {
  #walk = new Uint32Array(1024);
  #page = new Int32Array(1024);
  #size = 0;

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
    this.#grow(key);
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
    this.#walk = new Uint32Array(1024);
    this.#page = new Int32Array(1024);
    this.#size = 0;
    walk.forEach((seen, key) => {
      if (seen !== 0) this.see(to(key), seen, page[key] ?? -1);
    });
  }

  #grow(key: number): void {
    if (key < this.#walk.length) return;
    const length = Math.max(key + 1, this.#walk.length * 2);
    const walk = new Uint32Array(length);
    const page = new Int32Array(length);
    walk.set(this.#walk);
    page.set(this.#page);
    this.#walk = walk;
    this.#page = page;
  }
}
