import { searchText } from '../../../lib/searchText.ts';
import type { SelectableTable } from '../../../replica/select/SelectableTable.ts';
import type { Selector } from '../../../replica/select/Selector.ts';
import { wordsOf } from './matchName.ts';
import { wordClauses } from './wordClauses.ts';

const MOST_BUILDS = 20;
const MOST_IMAGES = 6;

export interface FoundBuilds {
  /** Rows of the store, newest first; one whose id was typed whole comes first. */
  readonly rows: readonly number[];
  /** Image names that hold all that was typed, by their newest build. */
  readonly images: readonly string[];
  /** How many builds match in all. */
  readonly count: number;
}

export const NONE_FOUND: FoundBuilds = { rows: [], images: [], count: 0 };

/** Finds builds and images by words, again and again as one types. */
export class BuildFinder {
  readonly #table: SelectableTable;
  readonly #selector: Selector;
  /** Names by their code, in the case that is compared: worked out once for each. */
  readonly #folded = new Map<number, string>();

  constructor(table: SelectableTable) {
    this.#table = table;
    this.#selector = table.newSelector();
  }

  /**
   * The builds that mention each typed word (name, tag, ids, paths, errors), the first 20, and
   * the names among them.
   */
  find(typed: string): FoundBuilds {
    const words = wordsOf(typed);
    if (words.length === 0) return NONE_FOUND;
    const clauses = wordClauses(words);
    // No text depends on the time.
    const { order } = this.#selector.select({ clauses, sort: [] }, 0);
    const exact = this.#table.rowOf(typed.trim());
    const newest = [...order.subarray(0, MOST_BUILDS)].filter((row) => row !== exact);
    const rows = exact === undefined ? newest : [exact, ...newest].slice(0, MOST_BUILDS);
    return { rows, images: this.#images(order, words.map(searchText)), count: order.length };
  }

  /** Each name is looked at once, by its code. */
  #images(order: Uint32Array, words: readonly string[]): string[] {
    const { name } = this.#table;
    const { names } = this.#table.texts;
    const seen = new Uint8Array(names.size);
    const images: string[] = [];
    for (const row of order) {
      const code = name[row] ?? 0;
      if (seen[code] === 1) continue;
      seen[code] = 1;
      const folded = this.#foldedName(code);
      if (!words.every((word) => folded.includes(word))) continue;
      images.push(names.at(code));
      if (images.length === MOST_IMAGES) break;
    }
    return images;
  }

  #foldedName(code: number): string {
    const held = this.#folded.get(code);
    if (held !== undefined) return held;
    const folded = searchText(this.#table.texts.names.at(code));
    this.#folded.set(code, folded);
    return folded;
  }
}
