export interface ColumnWidth {
  /** Pixels; the least with a `share` or a `need`. */
  readonly width: number;
  /** Of the room that is left when every column has what it needs. */
  readonly share?: number;
  /** Pixels that what stands in it needs. */
  readonly need?: number;
}

/**
 * Column widths in whole pixels that fill a table of `room` pixels; wider than it where the
 * least widths do not fit. Columns first get what they need, those that need little
 * before those that need much; what is then left goes by shares, to none that stands empty. Worked out once for all rows,
 * so that a row needs no measuring.
 */
export function columnWidths(columns: readonly ColumnWidth[], room: number): number[] {
  const widths = columns.map((column) => column.width);
  let left = Math.floor(room) - sum(widths);
  if (left <= 0) return widths;

  const inNeed = [...columns.keys()]
    .map((at) => ({ at, more: needOf(columns[at]) }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => a.more - b.more);
  for (const [index, { at, more }] of inNeed.entries()) {
    const given = Math.min(more, Math.floor(left / (inNeed.length - index)));
    widths[at] = (widths[at] ?? 0) + given;
    left -= given;
  }

  const shares = sharesOf(columns);
  const all = sum(shares);
  let asked = 0;
  let given = 0;
  for (const [at, share] of shares.entries()) {
    if (share === 0) continue;
    asked += share;
    const upTo = Math.floor((left * asked) / all);
    widths[at] = (widths[at] ?? 0) + upTo - given;
    given = upTo;
  }
  return widths;
}

function needOf(column: ColumnWidth | undefined): number {
  if (column?.need === undefined) return 0;
  return Math.max(0, Math.ceil(column.need) - column.width);
}

function sharesOf(columns: readonly ColumnWidth[]): number[] {
  const filled = columns.map(({ share = 0, need }) => (need === 0 ? 0 : share));
  return sum(filled) > 0 ? filled : columns.map(({ share = 0 }) => share);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
