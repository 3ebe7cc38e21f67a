import type { BuildTable } from '../../list/BuildTable.ts';
import { usableDuration } from '../buildTimes.ts';
import { quantile } from '../quantiles.ts';
import { COMPLETED, FAILED } from '../StatusKinds.ts';
import { sortByTime } from '../sortByTime.ts';

/** As many as the numbers beside them are of. */
const NEWEST = 100;
/** Of fewer, a 95th percentile is not inside of the values. */
const FEWEST_FOR_P95 = 20;
/** A median of fewer is a matter of chance. */
const FEWEST_FOR_MEDIAN = 5;

/** How long one build took, from its start to its end. */
export interface DurationPoint {
  readonly row: number;
  /** Milliseconds since the epoch. */
  readonly ended: number;
  readonly ms: number;
  readonly completed: boolean;
}

/** How long builds took, by end, and what is usual among those that completed. */
export interface DurationPoints {
  readonly points: readonly DurationPoint[];
  /** Milliseconds; null: too few completed. */
  readonly median: number | null;
  readonly p95: number | null;
}

/** The newest 100 builds of a name that completed or failed, with usable times, by end. */
export function durationPoints(table: BuildTable, kinds: Uint8Array, name: number): DurationPoints {
  const { rowCount, alive, name: names, status, ended } = table;
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    if (names[row] !== name || alive[row] !== 1) continue;
    const kind = kinds[status[row] ?? 0];
    if (kind !== COMPLETED && kind !== FAILED) continue;
    if (!Number.isNaN(usableDuration(table, row))) rows.push(row);
  }
  const points = sortByTime(rows, (row) => ended[row] ?? Number.NaN)
    .slice(-NEWEST)
    .map((row) => ({
      row,
      ended: ended[row] ?? Number.NaN,
      ms: usableDuration(table, row),
      completed: kinds[status[row] ?? 0] === COMPLETED,
    }));
  const done = Float64Array.from(
    points.filter(({ completed }) => completed),
    ({ ms }) => ms,
  ).sort();
  return {
    points,
    median: done.length < FEWEST_FOR_MEDIAN ? null : quantile(done, 0.5),
    p95: done.length < FEWEST_FOR_P95 ? null : quantile(done, 0.95),
  };
}
