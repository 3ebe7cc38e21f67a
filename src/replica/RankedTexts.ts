import { grown, words } from './grown.ts';
import type { TextTable } from './TextTable.ts';

/**
 * The texts of a table in order, kept while the table grows: new texts are sorted among
 * themselves and merged in, so that no text is compared anew because others came.
 */
export class RankedTexts {
  #order = words(0);
  #ranks = words(0);
  readonly #table: TextTable;
  readonly #compare: (a: string, b: string) => number;

  /** `compare` must tell any two different texts apart. */
  constructor(table: TextTable, compare: (a: string, b: string) => number) {
    this.#table = table;
    this.#compare = compare;
  }

  /** For each code, its place in the order of all texts. */
  get ranks(): Uint32Array {
    this.settle();
    return this.#ranks;
  }

  /** All codes, in order. */
  get order(): Uint32Array {
    this.settle();
    return this.#order;
  }

  /** Takes in what the table has new. */
  settle(): void {
    const known = this.#order.length;
    const size = this.#table.size;
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
    this.#rank(merged);
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
    this.#rank(Uint32Array.from(order));
  }

  #rank(order: Uint32Array<ArrayBuffer>): void {
    this.#order = order;
    this.#ranks = grown(this.#ranks, order.length, words);
    for (let rank = 0; rank < order.length; rank += 1) this.#ranks[order[rank] ?? 0] = rank;
  }

  /** Where a text goes, at or after `from`. */
  #placeOf(text: string, from: number): number {
    let low = from;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.#table.at(this.#order[middle] ?? 0), text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
