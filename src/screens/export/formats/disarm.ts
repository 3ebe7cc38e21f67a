/**
 * A cell that a spreadsheet takes for the text it is. An apostrophe goes before whatever it would
 * run as a formula, and before what it would turn into another value:
 *
 * - a sign of a formula, also full-width or behind white space and invisible characters, at the
 *   start, and in mid cell after `;`, a tab or a line break: where one of these parts the cells,
 *   or on pasting, what follows is a cell of its own (OWASP, CSV Injection);
 * - a tab or a line break at the start;
 * - a whole cell that reads as a number, a date or a truth: `1.10`, `007`, `1e5`, `3/4`, `MAR1`.
 *
 * What stands behind apostrophes already gets another one: `rearm` then undoes every cell.
 */
export function disarm(cell: string): string {
  return (isTaken(cell) ? "'" : '') + cell.replace(INNER, "$1'$2");
}

/** The text that `disarm` was given. */
export function rearm(cell: string): string {
  const text = cell.replace(INNER, (_all, part: string, marks: string) => part + marks.slice(1));
  return isTaken(cell) && cell.startsWith("'") ? text.slice(1) : text;
}

/** True where a spreadsheet takes the start of a cell, or all of it, for something else than text. */
function isTaken(cell: string): boolean {
  let at = 0;
  while (cell.charAt(at) === "'") at += 1;
  return START.test(at === 0 ? cell : cell.slice(at));
}

const SIGNS = '=+\\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20';
/** What parts lines, and cells where no comma does. */
const PARTS = ';\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029';
/** White space and what takes no room, but for what parts cells: there a cell begins anew. */
const BLANKS = `(?:(?![${PARTS}])[\\s\\p{Cc}\\p{Cf}])*`;

const NUMBER = "(?=\\D{0,9}\\d)[(#$€£¥]?[\\d.,:/%'’_ \\u00a0-]{0,400}(?:e[+-]?\\d{1,9})?";
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const VALUE = [
  `${NUMBER} ?(?:[ap]m?)?[)%€£¥]?`,
  'true|false',
  `${MONTH}[ ./_-]?\\d{1,4}`,
  `\\d{1,4}[ ./_-]?${MONTH}(?:[ ./_-]?\\d{1,4})?`,
].join('|');

const START = new RegExp(
  `^(?:[\\t\\r\\n]|${BLANKS}[${SIGNS}]|[ \\u00a0]{0,9}(?:${VALUE})[ \\u00a0]{0,9}$)`,
  'iu',
);
const INNER = new RegExp(`([${PARTS}])('*)(?=${BLANKS}[${SIGNS}])`, 'gu');
