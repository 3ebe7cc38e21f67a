/** A median of fewer is a matter of chance. */
const FEWEST_FOR_MEDIAN = 5;
/** Of fewer, the 95th percentile is not inside of the values: the largest is shown instead. */
const FEWEST_FOR_P95 = 20;

/** What a set of numbers looks like; null where there are too few to say it. */
export interface Spread {
  readonly count: number;
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  readonly p95: number | null;
  /** The largest, shown where there is no `p95`; null: there are none. */
  readonly largest: number | null;
}

/**
 * The quantile at `share` (0 to 1) of sorted numbers, at place `share * (n + 1)` counted from 1,
 * between neighbours in proportion; the ends beyond them. NaN when there are none.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const place = Math.min(Math.max(share * (n + 1), 1), n);
  const below = Math.floor(place);
  const low = sorted[below - 1] ?? Number.NaN;
  const high = sorted[Math.min(below, n - 1)] ?? Number.NaN;
  return low + (high - low) * (place - below);
}

/** The spread of sorted numbers. */
export function spreadOf(sorted: ArrayLike<number>): Spread {
  const count = sorted.length;
  const enough = count >= FEWEST_FOR_MEDIAN;
  return {
    count,
    median: enough ? quantile(sorted, 0.5) : null,
    lowerQuartile: enough ? quantile(sorted, 0.25) : null,
    upperQuartile: enough ? quantile(sorted, 0.75) : null,
    p95: count >= FEWEST_FOR_P95 ? quantile(sorted, 0.95) : null,
    largest: sorted[count - 1] ?? null,
  };
}
