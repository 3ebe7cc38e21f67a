import { words } from '../../lib/grown.ts';
import { searchText } from '../../lib/searchText.ts';
import { stripAnsi } from '../../lib/stripAnsi.ts';
import type { TextClause } from '../../list/Query.ts';
import type { RowMatcher } from './RowMatcher.ts';

/** The rows in which one text is held by one field. */
interface Known {
  readonly field: TextClause['field'];
  /** As it is searched. */
  readonly text: string;
  readonly rows: Uint32Array;
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
   * The rows that a clause matches, its `not` left out, from the first to the last; null for a
   * clause of which nothing can be known. `matches` is asked where it is not known yet.
   *
   * @param count How many rows there are.
   */
  rowsOf(
    clause: TextClause,
    version: number,
    count: number,
    matches: () => RowMatcher,
  ): Uint32Array | null {
    const text = heldText(clause);
    if (text === null) return null;
    if (version !== this.#version) this.#known = [];
    this.#version = version;
    const { field } = clause;
    const alike = this.#known.filter((one) => one.field === field);
    const known = alike.find((one) => one.text === text) ?? {
      field,
      text,
      rows: find(count, alike.find((one) => text.includes(one.text))?.rows, matches()),
    };
    this.#known = [known, ...this.#known.filter((one) => one !== known)].slice(0, KEPT);
    return known.rows;
  }
}

/** The text that a row must hold; null for a clause that asks for anything else. */
function heldText({ patterns: [pattern, ...others] }: TextClause): string | null {
  if (pattern?.match !== 'contains' || others.length > 0) return null;
  // Errors are searched by another text where this one has terminal codes.
  return stripAnsi(pattern.text) === pattern.text ? searchText(pattern.text) : null;
}

/** The rows that match, of those among which they are. */
function find(count: number, among: Uint32Array | undefined, matches: RowMatcher): Uint32Array {
  const looked = among?.length ?? count;
  const rows = words(looked);
  let found = 0;
  for (let at = 0; at < looked; at += 1) {
    const row = among ? (among[at] ?? 0) : at;
    if (matches(row)) rows[found++] = row;
  }
  // A copy of nearly all would take longer than it saves.
  return found * 2 > looked ? rows.subarray(0, found) : rows.slice(0, found);
}
