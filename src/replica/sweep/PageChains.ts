/** A run of pages that hang together because each shares a row with another one. */
export interface Chain {
  /** Holds a page that began at the top of the list. */
  readonly head: boolean;
  /** Holds a page that reached the end of the list. */
  readonly end: boolean;
  readonly from: number;
  readonly to: number;
}

interface Node extends Chain {
  parent: number;
}

/**
 * The pages of one walk, joined by the rows they share (union-find). In a list that grows at the
 * front and loses rows anywhere, two pages that share a row leave nothing out between them; so a
 * chain from the top to the end has seen every row that was there all along.
 */
export class PageChains {
  #nodes: Node[] = [];
  #pages: Chain[] = [];

  /** Adds a page; returns its number. */
  add(page: Chain): number {
    this.#nodes.push({ ...page, parent: this.#nodes.length });
    this.#pages.push(page);
    return this.#nodes.length - 1;
  }

  /** Rows between two pages by their places alone; 0 or less when they touch. */
  distance(a: number, b: number): number {
    const one = this.#pages[a];
    const other = this.#pages[b];
    if (!one || !other) return 0;
    return Math.max(one.from - other.to, other.from - one.to);
  }

  /** Two pages share a row. */
  join(a: number, b: number): void {
    const left = this.#root(a);
    const right = this.#root(b);
    if (left === right) return;
    const one = this.#nodes[left];
    const other = this.#nodes[right];
    if (!one || !other) return;
    other.parent = left;
    this.#nodes[left] = {
      parent: left,
      head: one.head || other.head,
      end: one.end || other.end,
      from: Math.min(one.from, other.from),
      to: Math.max(one.to, other.to),
    };
  }

  /** The page reached the end of the list. */
  markEnd(page: number): void {
    const root = this.#root(page);
    const node = this.#nodes[root];
    if (node) this.#nodes[root] = { ...node, end: true };
  }

  /** True when one chain goes from the top of the list to its end. */
  get whole(): boolean {
    return this.chains().some((chain) => chain.head && chain.end);
  }

  /** True when the page's chain goes on to the end of the list. */
  reachesEnd(page: number): boolean {
    return this.#nodes[this.#root(page)]?.end ?? false;
  }

  /** The chains as they stand. */
  chains(): Chain[] {
    return this.#nodes.filter((node, at) => node.parent === at);
  }

  /** The page added last, -1 when there is none. */
  get last(): number {
    return this.#nodes.length - 1;
  }

  /** The page that reaches farthest down, -1 when there is none. */
  lowest(): number {
    let found = -1;
    this.#nodes.forEach((node, at) => {
      if (found < 0 || node.to > (this.#nodes[found]?.to ?? 0)) found = at;
    });
    return found;
  }

  #root(page: number): number {
    let at = page;
    for (;;) {
      const parent = this.#nodes[at]?.parent ?? at;
      if (parent === at) return at;
      at = parent;
    }
  }
}
