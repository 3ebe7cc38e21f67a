import { formatCount, plural } from '../../../lib/number.ts';
import { KINDS, totalIn } from './kinds.ts';
import type { SeenTimeline } from './useTimeline.ts';

/** What there is in some buckets together. */
export interface BucketSums {
  readonly total: number;
  /** In the order of `KINDS`. */
  readonly parts: readonly number[];
  /** The means over them; NaN: there are none. */
  readonly running: number;
  readonly waiting: number;
  /** The last of them is not over yet. */
  readonly open: boolean;
}

/** The figures of the buckets from one to another. */
export function sumBuckets(
  { timeline: { axis, counts, atOnce, open } }: SeenTimeline,
  first: number,
  last: number,
): BucketSums {
  const parts = KINDS.map(() => 0);
  let total = 0;
  let running = 0;
  let waiting = 0;
  let time = 0;
  for (let bucket = first; bucket <= last; bucket += 1) {
    KINDS.forEach(({ kind }, at) => {
      parts[at] = (parts[at] ?? 0) + (counts.byKind[kind]?.[bucket] ?? 0);
    });
    total += totalIn(counts.byKind, bucket);
    const long = (axis.edges[bucket + 1] ?? 0) - (axis.edges[bucket] ?? 0);
    running += (atOnce.running[bucket] ?? 0) * long;
    waiting += (atOnce.waiting[bucket] ?? 0) * long;
    time += long;
  }
  return {
    total,
    parts,
    running: running / time,
    waiting: waiting / time,
    open: open >= 0 && last >= open,
  };
}

/** A mean of builds at once: `0`, `0.4`, `12`. */
export function formatMean(mean: number): string {
  if (!Number.isFinite(mean)) return '–';
  if (mean >= 10) return formatCount(Math.round(mean));
  if (mean > 0 && mean < 0.05) return '<0.1';
  return String(Math.round(mean * 10) / 10);
}

/** `Tue 24 Nov 2026, 10:00 to 12:00 so far: 12 builds, 3 failed, 9 completed; 4 running, 0 waiting` */
export function sayBuckets(seen: SeenTimeline, first: number, last: number): string {
  const { total, parts, running, waiting, open } = sumBuckets(seen, first, last);
  const named = KINDS.flatMap(({ word }, at) => {
    const count = parts[at] ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${word}`];
  });
  const what = [plural(total, 'build', 'builds'), ...named].join(', ');
  const atOnce = `${formatMean(running)} running, ${formatMean(waiting)} waiting at once`;
  return `${seen.words.range(first, last)}${open ? ' so far' : ''}: ${what}; ${atOnce}`;
}
