import { listRows } from '../../../table/place/listRows.ts';
import type { TableRows } from '../../../table/place/TableRows.ts';
import { type BucketSums, sumBuckets } from '../model/bucketText.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';

/** A time of the timeline as a row of its table. */
export interface BucketRow {
  /** Where it begins: milliseconds since the epoch. */
  readonly start: number;
  readonly bucket: number;
  readonly name: string;
  readonly sums: BucketSums;
}

/** The times with anything in them as the table reads them, newest first. */
export function bucketRows(seen: SeenTimeline): TableRows<BucketRow> {
  const { edges } = seen.timeline.axis;
  const rows: BucketRow[] = [];
  for (let bucket = edges.length - 2; bucket >= 0; bucket -= 1) {
    const sums = sumBuckets(seen, bucket, bucket);
    if (!(sums.total + sums.running + sums.waiting > 0)) continue;
    const name = `${seen.words.range(bucket, bucket)}${sums.open ? ' so far' : ''}`;
    rows.push({ start: edges[bucket] ?? 0, bucket, name, sums });
  }
  return listRows(rows, ({ start }) => String(start));
}
