import { floats, words } from '../../lib/grown.ts';
import { orderByCount } from '../orderByCount.ts';
import { orderByTime } from '../orderByTime.ts';
import type { CountedFailures } from './countFailures.ts';

/** Later than any time of a browser: of causes whose times are unknown. */
const NEVER = 8.64e15;

/**
 * The causes that have failures, most first, then those last seen newest (`last`, by cause). There
 * may be as many causes as failures.
 */
export function orderGroups({ start }: CountedFailures, last: Float64Array): Uint32Array {
  const sizes = words(start.length);
  const causes = words(start.length);
  let count = 0;
  for (let cause = 0; cause + 1 < start.length; cause += 1) {
    const size = (start[cause + 1] ?? 0) - (start[cause] ?? 0);
    if (size === 0) continue;
    sizes[cause] = size;
    causes[count] = cause;
    count += 1;
  }
  const sinceLast = floats(count);
  for (let at = 0; at < count; at += 1) {
    const time = last[causes[at] ?? 0] ?? Number.NaN;
    sinceLast[at] = Number.isNaN(time) ? NEVER : -time;
  }
  const newest = orderByTime(count, sinceLast).map((at) => causes[at] ?? 0);
  return orderByCount(newest, sizes);
}
