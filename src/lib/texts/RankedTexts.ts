import { grown, words } from '../grown.ts';

/** Texts by their code, each once; more may come. */
interface CodedTexts {
  readonly size: number;
  at(code: number): string;
}

/** So many new texts are put in order within a few milliseconds, also long ones. */
const MOST_WAITING = 250;

/**
 * The texts of a table in order, kept while the table grows: new texts are sorted among
 * themselves and merged in, so that no text is compared anew because others came.
 */
export class RankedTexts {
  #order = words(0);
  #ranks = words(0);
  /** The order that the ranks are of. */
  #ranked = this.#order;
  readonly #table: CodedTexts;
  readonly #compare: (a: string, b: string) => number;

  /** `compare` must tell any two different texts apart. */
  constructor(table: CodedTexts, compare: (a: string, b: string) => number) {
    this.#table = table;
    this.#compare = compare;
  }

  /** For each code, its place in the order of all texts. */
  get ranks(): Uint32Array {
    this.settle();
    if (this.#ranked !== this.#order) {
      this.#ranked = this.#order;
      this.#ranks = grown(this.#ranks, this.#order.length, words);
      this.#order.forEach((code, rank) => {
        this.#ranks[code] = rank;
      });
    }
    return this.#ranks;
  }

  /** All codes, in order. */
  get order(): Uint32Array {
    this.settle();
    return this.#order;
  }

  /**
   * Takes in some of what the table has new, once there is so much that it would take long later.
   * True when it did.
   */
  settleSome(): boolean {
    const size = this.#order.length + MOST_WAITING;
    if (this.#table.size < size) return false;
    this.#settleTo(size);
    return true;
  }

  /** Takes in what the table has new. */
  settle(): void {
    this.#settleTo(this.#table.size);
  }

  #settleTo(size: number): void {
    const known = this.#order.length;
    if (known === size) return;
    const fresh = [];
    for (let code = known; code < size; code += 1) fresh.push({ code, text: this.#table.at(code) });
    fresh.sort((a, b) => this.#compare(a.text, b.text));
    const merged = words(size);
    let read = 0;
    let written = 0;
    for (const { code, text } of fresh) {
      const until = this.#placeOf(text, read);
      merged.set(this.#order.subarray(read, until), written);
      written += until - read;
      read = until;
      merged[written] = code;
      written += 1;
    }
    merged.set(this.#order.subarray(read), written);
    this.#order = merged;
  }

  /**
   * Takes an order that was kept, unless it is not the order of all codes: another browser
   * version may sort differently.
   */
  restore(order: Uint32Array): void {
    if (order.length !== this.#table.size) return;
    let before: string | null = null;
    for (const code of order) {
      if (code >= order.length) return;
      const text = this.#table.at(code);
      if (before !== null && this.#compare(before, text) >= 0) return;
      before = text;
    }
    this.#order = new Uint32Array(order);
  }

  /**
   * Where a text goes, at or after `from`. Texts that come together often belong together, so
   * the steps start small.
   */
  #placeOf(text: string, from: number): number {
    const order = this.#order;
    let low = from;
    let high = from;
    for (let step = 1; high < order.length && this.#isBefore(high, text); step *= 2) {
      low = high + 1;
      high = Math.min(low + step, order.length);
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#isBefore(middle, text)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isBefore(place: number, text: string): boolean {
    return this.#compare(this.#table.at(this.#order[place] ?? 0), text) < 0;
  }
}
