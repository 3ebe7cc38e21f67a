import { searchText } from '../../../lib/searchText.ts';

/**
 * How well a name fits what was typed: 3 when it begins with it, 2 when each typed word begins a
 * word of it, 1 when it holds each of them, 0 when it does not.
 */
export function matchName(name: string, typed: string): 0 | 1 | 2 | 3 {
  const folded = searchText(name);
  const wanted = searchText(typed).trim();
  if (folded.startsWith(wanted)) return 3;
  const words = wordsOf(wanted);
  if (!words.every((word) => folded.includes(word))) return 0;
  return words.every((word) => beginsAWord(folded, word)) ? 2 : 1;
}

/** More words than this narrow nothing down any more. */
const MOST_WORDS = 10;

/** What was typed, word by word; the first ten. */
export function wordsOf(typed: string): readonly string[] {
  return typed
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}
