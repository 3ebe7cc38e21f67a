import { KINDS, totalIn } from '../model/kinds.ts';

/** How wide a bucket is in the drawing, and how much of it stays free. */
export const BUCKET = 10;
const GAP = 1.5;
/** However few builds there are of a kind, they are seen. Parts of the height. */
const LEAST = 0.02;

/** The highest bar: how many builds. */
export function mostIn(byKind: readonly Uint32Array[]): number {
  let most = 0;
  for (let bucket = 0; bucket < (byKind[0]?.length ?? 0); bucket += 1) {
    most = Math.max(most, totalIn(byKind, bucket));
  }
  return most;
}

/**
 * The heights of the parts of one bar in the order of `KINDS`, 0 to 1 of the height, of which
 * `most` builds take all. What there is at all is at least seen; the largest part gives way.
 */
export function partHeights(
  byKind: readonly Uint32Array[],
  bucket: number,
  most: number,
): readonly number[] {
  const heights = KINDS.map(({ kind }) => {
    const count = byKind[kind]?.[bucket] ?? 0;
    return count === 0 ? 0 : Math.max(LEAST, count / most);
  });
  const over = heights.reduce((sum, height) => sum + height, 0) - 1;
  if (over <= 0) return heights;
  const largest = heights.indexOf(Math.max(...heights));
  return heights.map((height, at) => (at === largest ? height - over : height));
}

/** All bars as one path for each of `KINDS`, `BUCKET` wide each and 100 high. */
export function stackBars(byKind: readonly Uint32Array[]): readonly string[] {
  const most = mostIn(byKind);
  const paths = KINDS.map(() => '');
  if (most === 0) return paths;
  const width = BUCKET - GAP;
  for (let bucket = 0; bucket < (byKind[0]?.length ?? 0); bucket += 1) {
    let top = 100;
    partHeights(byKind, bucket, most).forEach((height, at) => {
      if (height === 0) return;
      const tall = height * 100;
      top -= tall;
      const x = bucket * BUCKET + GAP / 2;
      paths[at] += `M${x} ${round(top)}h${width}v${round(tall)}h${-width}z`;
    });
  }
  return paths;
}

/** A line through the values of all buckets, as steps, 100 high for `most`. */
export function stepLine(values: ArrayLike<number>, most: number): string {
  let path = '';
  for (let bucket = 0; bucket < values.length; bucket += 1) {
    const y = round(100 - (100 * (values[bucket] ?? 0)) / Math.max(most, 1e-9));
    path += `${bucket === 0 ? 'M' : 'L'}${bucket * BUCKET} ${y}H${(bucket + 1) * BUCKET}`;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
