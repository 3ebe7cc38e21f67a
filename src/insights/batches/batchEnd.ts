import type { BuildTable } from '../../list/BuildTable.ts';
import { cohortOf } from '../durations/cohort.ts';
import { Survival } from '../durations/Survival.ts';
import { sortByTime } from '../sortByTime.ts';
import type { Batch } from './Batch.ts';
import type { BatchProgress } from './batchProgress.ts';

/** Builds of the batch itself that must have completed before its own times say when it ends. */
const FEWEST_COMPLETED = 10;
/** The longest of all that is left decides: of 30 builds too few say how long that is. */
const MOST_COMPLETED = 60;
/** The shown range: nine times of ten the end lies in it, when builds go on as they went. */
const EARLY = 0.05;
const LATE = 0.95;
/** Halvings of the time looked for: to a second of a day. */
const STEPS = 18;
const LONGEST_MS = 24 * 60 * 60_000;

/** When a draining batch ends, from now on. Milliseconds. */
export interface BatchEnd {
  readonly from: number;
  readonly to: number;
}

/**
 * When all that is left of a draining batch will have ended: the 5 to 95 % range of the longest of
 * what is left of each, by how long its own builds took. Null while it is submitted, when it has
 * ended, and when too few of its builds have completed.
 */
export function batchEnd(
  batch: Batch,
  progress: BatchProgress,
  table: BuildTable,
  kinds: Uint8Array,
  now: number,
): BatchEnd | null {
  if (progress.state !== 'draining') return null;
  const byStart = sortByTime(batch.rows, (row) => table.started[row] ?? Number.NaN).reverse();
  const survivals = new Map<number, Survival | null>();
  const curves: { readonly survival: Survival; readonly ran: number }[] = [];
  let waiting = 0;
  for (const row of progress.left) {
    const set = table.artifacts.count[row] ?? 0;
    let survival = survivals.get(set);
    if (survival === undefined) {
      const all = cohortOf(
        { table, kinds, now, row },
        byStart,
        FEWEST_COMPLETED,
        () => true,
        MOST_COMPLETED,
      );
      survival = all === null ? null : new Survival(all);
      survivals.set(set, survival);
    }
    if (survival === null) return null;
    const started = table.started[row] ?? Number.NaN;
    if (Number.isNaN(started)) waiting += 1;
    curves.push({ survival, ran: Number.isNaN(started) ? 0 : Math.max(0, now - started) });
  }
  if (waiting > 0 && progress.endedPerMinute === 0) return null;
  const queue = waiting === 0 ? 0 : (waiting / progress.endedPerMinute) * 60_000;
  const allDone = (ms: number) =>
    curves.reduce((product, { survival, ran }) => product * survival.doneWithin(ran, ms), 1);
  return { from: queue + timeOf(allDone, EARLY), to: queue + timeOf(allDone, LATE) };
}

/** In steps that say how little is known: minutes, then 5, 15 and 60 of them; outwards. */
export function roundEnd({ from, to }: BatchEnd): BatchEnd {
  return {
    from: Math.floor(from / stepOf(from)) * stepOf(from),
    to: Math.ceil(to / stepOf(to)) * stepOf(to),
  };
}

function stepOf(ms: number): number {
  const minutes = ms / 60_000;
  if (minutes < 10) return 60_000;
  if (minutes < 60) return 5 * 60_000;
  return minutes < 240 ? 15 * 60_000 : 60 * 60_000;
}

/** The time at which a rising share passes `wanted`; a day when it does not before. */
function timeOf(share: (ms: number) => number, wanted: number): number {
  let low = 0;
  let high = LONGEST_MS;
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (share(middle) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}
