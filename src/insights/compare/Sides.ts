import type { BuildTable } from '../../list/BuildTable.ts';

/** In which of two sets of builds a row is. */
export const NEITHER = 0;
export const BEFORE = 1;
export const AFTER = 2;

/** A stretch of time, `from <= t < to`, milliseconds since the epoch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Two stretches that do not overlap, by the creation of builds. */
export interface Windows {
  readonly before: Stretch;
  readonly after: Stretch;
}

/** By row: in which of two windows its build was created. Unknown times are in neither. */
export function sidesOf({ rowCount, alive, created }: BuildTable, windows: Windows): Uint8Array {
  const { before, after } = windows;
  const sides = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    if (!alive[row]) continue;
    const at = created[row] ?? Number.NaN;
    if (at >= after.from && at < after.to) sides[row] = AFTER;
    else if (at >= before.from && at < before.to) sides[row] = BEFORE;
  }
  return sides;
}

/** By row: in which of two lists of rows it is. */
export function sidesOfRows(
  rowCount: number,
  before: readonly number[],
  after: readonly number[],
): Uint8Array {
  const sides = new Uint8Array(rowCount);
  for (const row of before) sides[row] = BEFORE;
  for (const row of after) sides[row] = AFTER;
  return sides;
}
