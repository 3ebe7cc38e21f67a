import { floats, words } from '../../lib/grown.ts';
import { orderByCount } from '../orderByCount.ts';
import { orderByTime } from '../orderByTime.ts';
import type { CountedFailures } from './countFailures.ts';

/** Later than any time of a browser: of causes whose times are unknown. */
const NEVER = 8.64e15;

/** The causes that have failures, the one last seen newest first. There may be as many as failures. */
export function newestGroups({ start, last }: CountedFailures): Uint32Array {
  const causes = words(start.length);
  const sinceLast = floats(start.length);
  let count = 0;
  for (let cause = 0; cause + 1 < start.length; cause += 1) {
    if (start[cause] === start[cause + 1]) continue;
    const time = last[cause] ?? Number.NaN;
    causes[count] = cause;
    sinceLast[count] = Number.isNaN(time) ? NEVER : -time;
    count += 1;
  }
  return orderByTime(count, sinceLast).map((at) => causes[at] ?? 0);
}

/** Those of some causes that have failures, most first, equal ones as they stand (`newestGroups`). */
export function orderGroups({ start }: Pick<CountedFailures, 'start'>, newest: Uint32Array) {
  const sizes = words(start.length);
  const causes = words(newest.length);
  let count = 0;
  for (const cause of newest) {
    const size = (start[cause + 1] ?? 0) - (start[cause] ?? 0);
    if (size === 0) continue;
    sizes[cause] = size;
    causes[count] = cause;
    count += 1;
  }
  return orderByCount(causes.subarray(0, count), sizes);
}
