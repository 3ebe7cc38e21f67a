export interface ColumnWidth {
  /** Pixels; with a `share`, the least. */
  readonly width: number;
  /** Of the room that is left when every column has its width. */
  readonly share?: number;
}

/**
 * Column widths in whole pixels that fill a table of `room` pixels; wider than it where the
 * least widths do not fit. Worked out once for all rows, so that a row needs no measuring.
 */
export function columnWidths(columns: readonly ColumnWidth[], room: number): number[] {
  const least = columns.reduce((sum, column) => sum + column.width, 0);
  const shares = columns.reduce((sum, column) => sum + (column.share ?? 0), 0);
  const left = Math.max(0, Math.floor(room) - least);
  let given = 0;
  let asked = 0;
  return columns.map(({ width, share = 0 }) => {
    if (share === 0) return width;
    asked += share;
    const upTo = Math.floor((left * asked) / shares);
    const more = upTo - given;
    given = upTo;
    return width + more;
  });
}
