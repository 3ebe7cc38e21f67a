import { bytes } from '../../lib/grown.ts';
import { searchText } from '../../lib/searchText.ts';
import { stripAnsi } from '../../lib/stripAnsi.ts';
import type { TextClause } from '../../list/Query.ts';
import type { RowMatcher } from './RowMatcher.ts';

/** The rows in which one text is held by one field: 1 at each. */
interface Known {
  readonly field: TextClause['field'];
  /** As it is searched. */
  readonly text: string;
  readonly marks: Uint8Array;
}

const KEPT = 4;

/**
 * The rows in which a text was found, kept while the store stays as it is: the same text is looked
 * for in none again, and one that goes on from it in these rows alone.
 */
export class KnownRows {
  #version = -1;
  #known: Known[] = [];

  /**
   * True when the rows of a clause are known, or never can be; with `within`, also when those are of
   * a text that it goes on from.
   */
  has(clause: TextClause, version: number, within = false): boolean {
    const text = heldText(clause);
    if (text === null) return true;
    if (version !== this.#version) return false;
    const isEnough = (known: string) => (within ? text.includes(known) : text === known);
    return this.#known.some((one) => one.field === clause.field && isEnough(one.text));
  }

  /**
   * 1 at each row that a clause matches, its `not` left out; null for a clause of which nothing can
   * be known. `matches` is asked where it is not known yet.
   */
  marksOf(
    clause: TextClause,
    version: number,
    rows: number,
    matches: () => RowMatcher,
  ): Uint8Array | null {
    const text = heldText(clause);
    if (text === null) return null;
    if (version !== this.#version) this.#known = [];
    this.#version = version;
    const { field } = clause;
    const alike = this.#known.filter((one) => one.field === field);
    const known = alike.find((one) => one.text === text) ?? {
      field,
      text,
      marks: marked(rows, alike.find((one) => text.includes(one.text))?.marks, matches()),
    };
    this.#known = [known, ...this.#known.filter((one) => one !== known)].slice(0, KEPT);
    return known.marks;
  }
}

/** The text that a row must hold; null for a clause that asks for anything else. */
function heldText({ patterns: [pattern, ...others] }: TextClause): string | null {
  if (pattern?.match !== 'contains' || others.length > 0) return null;
  // Errors are searched by another text where this one has terminal codes.
  return stripAnsi(pattern.text) === pattern.text ? searchText(pattern.text) : null;
}

/** The rows that match, of those among which they are. */
function marked(rows: number, among: Uint8Array | undefined, matches: RowMatcher): Uint8Array {
  const marks = bytes(rows);
  for (let row = 0; row < rows; row += 1) {
    if ((!among || among[row] === 1) && matches(row)) marks[row] = 1;
  }
  return marks;
}
