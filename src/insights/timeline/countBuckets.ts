import type { BuildTable } from '../../list/BuildTable.ts';
import { bucketAt, type TimeAxis } from './TimeAxis.ts';

/** Builds over time by their creation, for a stack of bars. */
export interface BucketCounts {
  /** By kind of status (`StatusKinds`), then by bucket. */
  readonly byKind: readonly Uint32Array[];
  /** Builds of the rows from before the axis. */
  readonly outside: number;
  /** Builds of the rows from after it, by a clock that is ahead: the last bucket has them. */
  readonly later: number;
  /** Builds whose creation is unknown. */
  readonly unknown: number;
}

/** Kinds of `StatusKinds`. */
const KINDS = 5;

/** Counts the builds of some rows in the buckets of an axis. The sums are the number of rows. */
export function countBuckets(
  { status, created }: BuildTable,
  kinds: Uint8Array,
  rows: Uint32Array,
  axis: TimeAxis,
): BucketCounts {
  const buckets = axis.edges.length - 1;
  const byKind = Array.from({ length: KINDS }, () => new Uint32Array(buckets));
  const end = axis.edges[buckets] ?? Number.NaN;
  let outside = 0;
  let later = 0;
  let unknown = 0;
  for (const row of rows) {
    const time = created[row] ?? Number.NaN;
    const bucket = time >= end ? buckets - 1 : bucketAt(axis, time);
    if (time >= end) later += 1;
    const counts = byKind[kinds[status[row] ?? 0] ?? 0];
    if (Number.isNaN(time)) unknown += 1;
    else if (bucket < 0 || counts === undefined) outside += 1;
    else counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return { byKind, outside, later, unknown };
}
