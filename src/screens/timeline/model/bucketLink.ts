import { rangeOf } from '../../../insights/timeline/TimeAxis.ts';
import type { PickedTimeline } from '../../../insights/timeline/Timeline.ts';
import { parseView } from '../../../views/address/parseView.ts';
import { printView } from '../../../views/address/printView.ts';
import type { View } from '../../../views/address/View.ts';
import { withFilter, withLens } from '../../../views/editView.ts';
import { withRange } from './createdRange.ts';

/** The time of the buckets from one to another, without what the view's own time leaves out. */
export function timeOf({ axis, by }: PickedTimeline, first: number, last: number) {
  const { from, to } = rangeOf(axis, first, last);
  return { from: Math.max(from, by.from ?? from), to: Math.min(to, by.to ?? to) };
}

/** The address of a bucket's builds, of one status where `search` says it. */
export function bucketLink(
  view: View,
  timeline: PickedTimeline,
  bucket: number,
  search: string | null,
): string {
  const builds = withRange(withLens(view, 'builds'), timeOf(timeline, bucket, bucket));
  if (search === null) return printView(builds);
  return printView(withFilter(builds, [...builds.filter, ...parseView(`?${search}`).filter]));
}
