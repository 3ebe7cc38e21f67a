import type { Failures } from './Failures.ts';

/** Failures ordered by cause, within a cause by time, unknown times first. */
export interface OrderedFailures {
  /** Numbers of failures. Those that are not read are none of them. */
  readonly order: Uint32Array;
  /** By cause: where its failures start in `order`; one more, for the end. */
  readonly start: Uint32Array;
}

/** Milliseconds in a second: times are sorted as two whole words. */
const SECOND = 1000;
/** Seconds that a word holds: 136 years. */
const LAST_SECOND = 2 ** 32 - 1;
/** Beside 1,000 milliseconds, a word has room for four million failures. */
const MOST_FAILURES = 2 ** 22;

/**
 * Orders failures by cause and time, to the millisecond. Sorts whole numbers in native code, with
 * the failure's number in their low half: 100,000 in some milliseconds.
 */
export function orderFailures(failures: Failures, causes: number): OrderedFailures {
  const byTime = orderByTime(failures);
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

function orderByTime({ count, time }: Failures): Uint32Array {
  let from = Number.POSITIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    const one = time[at] ?? Number.NaN;
    if (one < from) from = one;
  }
  from = Math.floor(from);
  const keys = new BigUint64Array(count);
  const halves = new Uint32Array(keys.buffer);
  for (let at = 0; at < count; at += 1) {
    const after = Math.floor((time[at] ?? Number.NaN) - from);
    const known = !Number.isNaN(after);
    // Unknown times come first, so known ones start at 1.
    const second = Math.min(Math.floor(after / SECOND) + 1, LAST_SECOND);
    halves[2 * at + HIGH] = known ? second : 0;
    halves[2 * at + LOW] = (known ? after % SECOND : 0) * MOST_FAILURES + at;
  }
  keys.sort();
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) order[at] = (halves[2 * at + LOW] ?? 0) % MOST_FAILURES;
  return order;
}

const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const LOW = LITTLE_ENDIAN ? 0 : 1;
const HIGH = 1 - LOW;
