import { floats, signed, words } from '../../lib/grown.ts';
import type { Failures } from './Failures.ts';
import type { OrderedFailures } from './orderFailures.ts';

/** Ordered failures with what is counted of each cause, by cause. */
export interface CountedFailures extends OrderedFailures {
  /** Builds that hold some. */
  readonly builds: Uint32Array;
  /** Distinct images, which are `name:tag`. */
  readonly images: Uint32Array;
  /** The first and the last known time, exactly; NaN: none is known. */
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/** Failures and causes that are counted in one part. */
const PART = 16_384;

/** Counts the failures of each cause, in parts of a millisecond or two. */
export function* countFailures(
  failures: Failures,
  { order, start }: OrderedFailures,
): Generator<void, CountedFailures> {
  const causes = start.length - 1;
  const seen = {
    rows: signed(1 + largest(failures.row, failures.count)),
    images: signed(1 + largest(failures.image, failures.count)),
  };
  const counted = {
    order,
    start,
    builds: words(causes),
    images: words(causes),
    first: floats(causes).fill(Number.NaN),
    last: floats(causes).fill(Number.NaN),
  };
  let done = 0;
  for (let cause = 0; cause < causes; cause += 1) {
    countCause(failures, counted, seen, cause);
    done += 1 + (start[cause + 1] ?? 0) - (start[cause] ?? 0);
    if (done < PART) continue;
    done = 0;
    yield;
  }
  return counted;
}

function countCause(
  { row, image, time }: Failures,
  { order, start, builds, images, first, last }: CountedFailures,
  seen: { readonly rows: Int32Array; readonly images: Int32Array },
  cause: number,
): void {
  const mark = cause + 1;
  const to = start[cause + 1] ?? 0;
  let [ofBuilds, ofImages, from, until] = [0, 0, Number.NaN, Number.NaN];
  for (let at = start[cause] ?? 0; at < to; at += 1) {
    const member = order[at] ?? 0;
    const ofRow = row[member] ?? 0;
    const ofImage = image[member] ?? 0;
    const seenAt = time[member] ?? Number.NaN;
    if (seen.rows[ofRow] !== mark) ofBuilds += 1;
    if (seen.images[ofImage] !== mark) ofImages += 1;
    seen.rows[ofRow] = mark;
    seen.images[ofImage] = mark;
    if (!(seenAt >= from)) from = Number.isNaN(seenAt) ? from : seenAt;
    if (!(seenAt <= until)) until = Number.isNaN(seenAt) ? until : seenAt;
  }
  builds[cause] = ofBuilds;
  images[cause] = ofImages;
  first[cause] = from;
  last[cause] = until;
}

function largest(numbers: Uint32Array, count: number): number {
  let most = 0;
  for (let at = 0; at < count; at += 1) {
    const one = numbers[at] ?? 0;
    if (one > most) most = one;
  }
  return most;
}
