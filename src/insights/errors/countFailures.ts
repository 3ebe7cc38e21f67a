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

/** Counts the failures of each cause. */
export function countFailures(failures: Failures, ordered: OrderedFailures): CountedFailures {
  const { row, image, time, count } = failures;
  const { order, start } = ordered;
  const causes = start.length - 1;
  const builds = words(causes);
  const images = words(causes);
  const first = floats(causes).fill(Number.NaN);
  const last = floats(causes).fill(Number.NaN);
  const rowSeen = signed(1 + largest(row, count));
  const imageSeen = signed(1 + largest(image, count));
  for (let cause = 0; cause < causes; cause += 1) {
    const mark = cause + 1;
    const to = start[cause + 1] ?? 0;
    let [ofBuilds, ofImages, from, until] = [0, 0, Number.NaN, Number.NaN];
    for (let at = start[cause] ?? 0; at < to; at += 1) {
      const member = order[at] ?? 0;
      const ofRow = row[member] ?? 0;
      const ofImage = image[member] ?? 0;
      const seen = time[member] ?? Number.NaN;
      if (rowSeen[ofRow] !== mark) ofBuilds += 1;
      if (imageSeen[ofImage] !== mark) ofImages += 1;
      rowSeen[ofRow] = mark;
      imageSeen[ofImage] = mark;
      if (!(seen >= from)) from = Number.isNaN(seen) ? from : seen;
      if (!(seen <= until)) until = Number.isNaN(seen) ? until : seen;
    }
    builds[cause] = ofBuilds;
    images[cause] = ofImages;
    first[cause] = from;
    last[cause] = until;
  }
  return { order, start, builds, images, first, last };
}

function largest(numbers: Uint32Array, count: number): number {
  let most = 0;
  for (let at = 0; at < count; at += 1) {
    const one = numbers[at] ?? 0;
    if (one > most) most = one;
  }
  return most;
}
