import { foldCase } from '../../lib/text.ts';
import type { BuildStore } from '../../replica/BuildStore.ts';
import type { Clause } from '../../replica/query.ts';
import type { Selector } from '../../replica/select.ts';
import { wordsOf } from './matchName.ts';

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

/**
 * The builds that mention each typed word (name, tag, ids, paths, errors), the first 20, and the
 * names among them.
 */
export function findBuilds(store: BuildStore, selector: Selector, typed: string): FoundBuilds {
  const words = wordsOf(typed);
  if (words.length === 0) return NONE_FOUND;
  const clauses = words.map(
    (text): Clause => ({
      kind: 'text',
      field: 'any',
      patterns: [{ match: 'contains', text }],
      not: false,
    }),
  );
  // No text depends on the time.
  const { order } = selector.select({ clauses, sort: [] }, 0);
  const exact = store.rowOf(typed.trim());
  const first = [...order.subarray(0, MOST_BUILDS)];
  const rows =
    exact === undefined
      ? first
      : [exact, ...first.filter((row) => row !== exact)].slice(0, MOST_BUILDS);
  return { rows, images: imagesOf(store, order, words.map(foldCase)), count: order.length };
}

/** Each name is looked at once, by its code. */
function imagesOf(store: BuildStore, order: Uint32Array, words: readonly string[]): string[] {
  const { name: codes, names } = store.columns;
  const seen = new Set<number>();
  const images: string[] = [];
  for (const row of order) {
    const code = codes[row] ?? 0;
    if (seen.has(code)) continue;
    seen.add(code);
    const name = names.at(code);
    const folded = foldCase(name);
    if (!words.every((word) => folded.includes(word))) continue;
    images.push(name);
    if (images.length === MOST_IMAGES) break;
  }
  return images;
}
