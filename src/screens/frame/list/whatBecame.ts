import type { Became } from '../../build/BuildRecord.ts';

/** A row that is deleted has no status: this in place of one more than its status's code. */
export const NO_STATUS = 0;

/** What became of a row that is not of the view any more. `before`, `now`: its status when it was of the rows, and now. */
export function whatBecame(before: number | undefined, now: number): Became {
  if (now === NO_STATUS) return 'deleted';
  return before === undefined || before === now ? 'unmatched' : 'other-status';
}
