import { orderByTime } from './orderByTime.ts';

/** Up to so many are moved into place one by one. */
const FEW = 24;

/**
 * Rows or other numbers by a time, to the whole millisecond: unknown times (NaN) first, equal
 * ones as they stood.
 */
export function sortByTime(numbers: readonly number[], timeOf: (one: number) => number): number[] {
  const times = numbers.map(timeOf);
  if (numbers.length > FEW) {
    return Array.from(orderByTime(numbers.length, times), (at) => numbers[at] ?? 0);
  }
  let from = Number.POSITIVE_INFINITY;
  for (const time of times) if (time < from) from = time;
  from = Math.floor(from);
  const keys = times.map((time) => (Number.isNaN(time) ? -1 : Math.floor(time - from)));
  const sorted = [...numbers];
  for (let at = 1; at < sorted.length; at += 1) {
    const one = sorted[at] ?? 0;
    const key = keys[at] ?? 0;
    let to = at;
    for (; to > 0 && (keys[to - 1] ?? 0) > key; to -= 1) {
      sorted[to] = sorted[to - 1] ?? 0;
      keys[to] = keys[to - 1] ?? 0;
    }
    sorted[to] = one;
    keys[to] = key;
  }
  return sorted;
}
