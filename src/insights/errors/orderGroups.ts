import { orderByTime } from '../orderByTime.ts';
import { WordPairs } from '../WordPairs.ts';
import type { CountedFailures } from './countFailures.ts';

const LARGEST = 2 ** 32 - 1;
/** Later than any time of a browser: of causes whose times are unknown. */
const NEVER = 8.64e15;

/**
 * The causes that have failures, most first, then those last seen newest (`last`, by cause). In
 * native code: there may be as many causes as failures.
 */
export function orderGroups({ start }: CountedFailures, last: Float64Array): Uint32Array {
  const causes: number[] = [];
  for (let cause = 0; cause + 1 < start.length; cause += 1) {
    if ((start[cause + 1] ?? 0) > (start[cause] ?? 0)) causes.push(cause);
  }
  const sinceLast = causes.map((cause) => {
    const time = last[cause] ?? Number.NaN;
    return Number.isNaN(time) ? NEVER : -time;
  });
  const newest = orderByTime(causes.length, sinceLast);
  const pairs = new WordPairs(causes.length);
  for (let rank = 0; rank < newest.length; rank += 1) {
    const cause = causes[newest[rank] ?? 0] ?? 0;
    pairs.set(rank, LARGEST - (start[cause + 1] ?? 0) + (start[cause] ?? 0), rank);
  }
  pairs.sort();
  return newest.map((_, at) => causes[newest[pairs.second(at)] ?? 0] ?? 0);
}
