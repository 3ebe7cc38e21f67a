import { stripAnsi } from './stripAnsi.ts';
import { foldCase, makeVisible } from './text.ts';

/**
 * The form in which texts are searched, the same for needle and hay: what a person reads. What is
 * hidden is spelt out as it is shown (`makeVisible`), letters are taken apart (NFKD: é however it
 * is composed, full width, ligatures), case is folded, and any white space is one space. The form
 * of two texts in a row is that of the one after that of the other, unless their joint makes
 * another letter of both (`joinsCleanly`).
 */
export function searchText(text: string): string {
  // A log is hardly ever more than this, and is read several times as fast so.
  if (PRINTED.test(text)) return text.toLowerCase().replace(NO_SINGLE_SPACE, ' ');
  return foldCase(makeVisible(text).normalize('NFKD')).replace(SPACES, ' ');
}

/** The form in which error messages are searched: they are shown without terminal codes. */
export function searchError(message: string): string {
  return searchText(stripAnsi(message));
}

/** True when the form of `left + right` is that of `left`, then that of `right`. */
export function joinsCleanly(left: string, right: string): boolean {
  if (left === '' || right === '') return true;
  const first = right.charCodeAt(0);
  // Nothing before a printable ASCII letter changes what it is.
  if (first > SPACE && first < DELETE) return true;
  return searchText(left + right) === searchText(left) + searchText(right);
}

const PRINTED = /^[\t\n\r -~]*$/;
const SPACES = /\s+/g;
const NO_SINGLE_SPACE = /\s{2,}|[\t\n\r]/g;
const SPACE = 0x20;
const DELETE = 0x7f;
