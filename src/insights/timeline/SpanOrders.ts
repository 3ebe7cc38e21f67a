import type { BuildTable } from '../../list/BuildTable.ts';
import { orderByTime } from '../orderByTime.ts';

/** A stretch of time, `from <= t < to`. Milliseconds since the epoch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The rows of one version of a list by start, and by end: for all filters put in order once. */
export class SpanOrders {
  readonly #table: BuildTable;
  readonly #byStart: Uint32Array;
  readonly #byEnd: Uint32Array;

  constructor(table: BuildTable) {
    this.#table = table;
    this.#byStart = orderByTime(table.rowCount, table.started);
    this.#byEnd = orderByTime(table.rowCount, table.ended);
  }

  /**
   * The most that ran at one time within a stretch, at one time an end before a beginning. `runs`
   * has, by row, 0 for what does not count, else `ENDS` or `GOES_ON`: to the end of the stretch.
   */
  most(runs: Uint8Array, { from, to }: Stretch): number {
    const { started, ended } = this.#table;
    let ends = 0;
    let running = 0;
    let most = 0;
    for (const row of this.#byStart) {
      if (runs[row] === 0) continue;
      const begin = started[row] ?? Number.NaN;
      if (begin >= to) break;
      const at = Math.max(begin, from);
      for (; ends < this.#byEnd.length; ends += 1) {
        const ending = this.#byEnd[ends] ?? 0;
        if (runs[ending] !== ENDS) continue;
        if (!((ended[ending] ?? Number.NaN) <= at)) break;
        running -= 1;
      }
      running += 1;
      most = Math.max(most, running);
    }
    return most;
  }
}

/** It ends when it says. */
export const ENDS = 1;
/** It has not ended. */
export const GOES_ON = 2;
