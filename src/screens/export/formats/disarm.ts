/**
 * A cell that no spreadsheet takes for a formula: one that begins with a sign of a formula, also
 * full-width or behind white space and invisible characters, or with a tab or a line break, gets
 * an apostrophe before it (OWASP, CSV Injection).
 *
 * So does one that begins with apostrophes before such a sign: `rearm` then undoes every cell.
 */
export function disarm(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The text that `disarm` was given. */
export function rearm(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

const SIGNS = '=+\\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20';
const FORMULA = new RegExp(`^'*(?:[\\t\\r\\n]|[\\s\\p{Cc}\\p{Cf}]*[${SIGNS}])`, 'u');
