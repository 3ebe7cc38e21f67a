import { quantile, spreadOf } from '../quantiles.ts';
import { COMPLETED } from '../StatusKinds.ts';
import type { CompareSources } from './CompareSources.ts';
import type { ComparedTimes } from './Comparison.ts';
import { BEFORE, NEITHER } from './Sides.ts';

interface Usable {
  readonly before: number[];
  readonly after: number[];
  readonly rows: number[];
}

/**
 * How long something took on both sides, over the images that say it on both and of which some
 * build is picked: each by its own median, so that one image with many builds does not stand for all. `timeOf` gives milliseconds,
 * NaN where a build's times cannot be used.
 */
export function compareTimes(
  { table, kinds, images, sides }: CompareSources,
  isPicked: (row: number) => boolean,
  timeOf: (row: number) => number,
): ComparedTimes {
  const usable = new Map<number, Usable>();
  let unusable = 0;
  for (let row = 0; row < sides.length; row += 1) {
    if (sides[row] === NEITHER) continue;
    if (kinds[table.status[row] ?? 0] !== COMPLETED) continue;
    const time = timeOf(row);
    if (Number.isNaN(time)) {
      unusable += Number(isPicked(row));
      continue;
    }
    const image = images[row] ?? 0;
    const held = usable.get(image) ?? { before: [], after: [], rows: [] };
    usable.set(image, held);
    held[sides[row] === BEFORE ? 'before' : 'after'].push(time);
    held.rows.push(row);
  }
  const both = [...usable.values()].filter(
    ({ before, after, rows }) => before.length > 0 && after.length > 0 && rows.some(isPicked),
  );
  const rows = both.flatMap((one) => one.rows).filter(isPicked);
  return {
    images: both.length,
    unusable,
    before: medianOf(both.map(({ before }) => quantile(sorted(before), 0.5))),
    after: medianOf(both.map(({ after }) => quantile(sorted(after), 0.5))),
    rows,
  };
}

const medianOf = (times: readonly number[]) => spreadOf(sorted(times)).median;
const sorted = (times: readonly number[]) => Float64Array.from(times).sort();
