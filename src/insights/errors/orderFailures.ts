import { orderByTime } from '../orderByTime.ts';
import type { Failures } from './Failures.ts';

/** Failures ordered by cause, within a cause by time, unknown times first. */
export interface OrderedFailures {
  /** Numbers of failures. Those that are not read are none of them. */
  readonly order: Uint32Array;
  /** By cause: where its failures start in `order`; one more, for the end. */
  readonly start: Uint32Array;
}

/**
 * Orders failures by cause and time, to the millisecond, in two parts. Sorts whole numbers in native
 * code, with the failure's number in their low half: 100,000 in some milliseconds.
 */
export function* orderFailures(
  failures: Failures,
  causes: number,
): Generator<void, OrderedFailures> {
  const byTime = orderByTime(failures.count, failures.time);
  yield;
  const start = new Uint32Array(causes + 1);
  for (const at of byTime) {
    const cause = failures.cause[at] ?? -1;
    if (cause >= 0) start[cause + 1] = (start[cause + 1] ?? 0) + 1;
  }
  for (let cause = 1; cause <= causes; cause += 1) {
    start[cause] = (start[cause] ?? 0) + (start[cause - 1] ?? 0);
  }
  const next = start.slice();
  const order = new Uint32Array(start[causes] ?? 0);
  for (const at of byTime) {
    const cause = failures.cause[at] ?? -1;
    if (cause < 0) continue;
    order[next[cause] ?? 0] = at;
    next[cause] = (next[cause] ?? 0) + 1;
  }
  return { order, start };
}

/** The same order with only some of the failures. */
export function keepFailures(
  { order, start }: OrderedFailures,
  keeps: (failure: number) => boolean,
): OrderedFailures {
  const kept = new Uint32Array(order.length);
  const keptStart = new Uint32Array(start.length);
  let count = 0;
  for (let cause = 0; cause + 1 < start.length; cause += 1) {
    for (let at = start[cause] ?? 0; at < (start[cause + 1] ?? 0); at += 1) {
      const failure = order[at] ?? 0;
      if (!keeps(failure)) continue;
      kept[count] = failure;
      count += 1;
    }
    keptStart[cause + 1] = count;
  }
  return { order: kept.subarray(0, count), start: keptStart };
}
