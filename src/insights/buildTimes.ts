import type { BuildTable } from '../list/BuildTable.ts';

/** A build that took a day was forgotten and not built: no example of how long one takes. */
export const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * How long a COMPLETED build of a row took, `startedAt` to `completedAt` in milliseconds; NaN when
 * its times cannot be used: one unknown, reversed, at once, or a day and more apart.
 */
export function usableDuration({ started, ended }: BuildTable, row: number): number {
  const span = (ended[row] ?? Number.NaN) - (started[row] ?? Number.NaN);
  return span > 0 && span < LONGEST_MS ? span : Number.NaN;
}

/** When a build ended; when it was created where the end is unknown; NaN where both are. */
export function endOrCreation({ ended, created }: BuildTable, row: number): number {
  const end = ended[row] ?? Number.NaN;
  return Number.isNaN(end) ? (created[row] ?? Number.NaN) : end;
}
