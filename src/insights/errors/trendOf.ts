/** Buckets of a trend: an hour each for a day, a readable width for a cell of the table. */
export const TREND_BUCKETS = 24;

/** The time that all trends of a screen share. Milliseconds since the epoch. */
export interface TrendAxis {
  readonly from: number;
  readonly to: number;
}

/**
 * The bucket of a time on an axis, 0 to 23; times beyond an end count in the bucket there, so
 * that the buckets' sum is the group's count. Unknown times count in none: -1.
 */
export function bucketOf(time: number, { from, to }: TrendAxis): number {
  if (Number.isNaN(time)) return -1;
  const span = to - from;
  if (!(span > 0)) return time <= to ? 0 : TREND_BUCKETS - 1;
  const bucket = Math.floor(((time - from) / span) * TREND_BUCKETS);
  return Math.min(Math.max(bucket, 0), TREND_BUCKETS - 1);
}
