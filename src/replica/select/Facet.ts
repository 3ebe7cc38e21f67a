import { signed, words } from '../../lib/grown.ts';
import { compareText, foldCase } from '../../lib/text.ts';
import type { FacetCount } from '../../list/Selection.ts';
import type { TextTable } from '../text/TextTable.ts';

/**
 * What is counted for each word of a table. Words that differ in case only are one value, as
 * they are to a clause. The arrays are open: they are written once for each build.
 */
export class Facet {
  /** The number of each code's value. */
  readonly values: Uint32Array;
  /** For each value, how many builds. */
  readonly counts: Uint32Array;
  /** 1 for each code that a build in the store has. */
  readonly isUsed: Uint8Array;
  /** The row that each value was last counted for. */
  readonly last: Int32Array;
  readonly #texts: readonly string[];

  constructor(table: TextTable, isUsed: Uint8Array) {
    this.#texts = [...table.pool];
    const numbers = new Map<string, number>();
    this.values = Uint32Array.from(this.#texts, (text) => {
      const folded = foldCase(text);
      const number = numbers.get(folded) ?? numbers.size;
      numbers.set(folded, number);
      return number;
    });
    this.counts = words(numbers.size);
    this.isUsed = isUsed;
    this.last = signed(numbers.size).fill(-1);
  }

  /** The contract's words, found or not, then all others that were found, in order. */
  list(contract: readonly string[]): FacetCount[] {
    const values = new Map(contract.map((value) => [foldCase(value), { value, count: 0 }]));
    const others: { value: string; count: number }[] = [];
    this.#texts.forEach((value, code) => {
      if (this.isUsed[code] !== 1) return;
      const count = this.counts[this.values[code] ?? 0] ?? 0;
      const known = values.get(foldCase(value));
      if (known) known.count = count;
      else others.push({ value, count });
    });
    // The first list has none: what compares words need not be made for it.
    others.sort((a, b) => compareText(a.value, b.value));
    for (const one of others) {
      const folded = foldCase(one.value);
      if (!values.has(folded)) values.set(folded, one);
    }
    return [...values.values()];
  }
}
