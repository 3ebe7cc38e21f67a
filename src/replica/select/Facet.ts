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
    const found = new Map<string, number>();
    this.#texts.forEach((text, code) => {
      if (this.isUsed[code] === 1) found.set(text, this.counts[this.values[code] ?? 0] ?? 0);
    });
    const byFolded = new Map(contract.map((word) => [foldCase(word), { value: word, count: 0 }]));
    for (const [value, count] of [...found].sort(([a], [b]) => compareText(a, b))) {
      const known = byFolded.get(foldCase(value));
      if (known) known.count = count;
      else byFolded.set(foldCase(value), { value, count });
    }
    return [...byFolded.values()];
  }
}
