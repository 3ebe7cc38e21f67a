import { addDays, dateIn } from '../../lib/zone.ts';
import type { TimePoint, TimeRange } from '../terms/TimePoint.ts';
import { namesDays, resolveTimeRange, timePointBounds } from '../terms/timeBounds.ts';
import type { Comparison } from './Comparison.ts';

const DAY = 86_400_000;

/** `from <= t < to`, milliseconds since the epoch. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface SettledWindows {
  /** Of equal length; the one before ends where the other begins, or earlier. */
  readonly before: Stretch;
  readonly after: Stretch;
  /** One of them was longer: it is cut, at the same time after its beginning. */
  readonly cut: boolean;
}

/**
 * The two windows that are meant at `now` (milliseconds since the epoch), days, weeks and months
 * by the calendar of the zone. What is not over yet ends now, and the other one is cut at the same
 * elapsed time. Null where there is nothing to compare: all of it is to come, or both begin at once.
 */
export function settleWindows(
  comparison: Exclude<Comparison, { readonly kind: 'batch' }>,
  now: number,
  zone: string,
): SettledWindows | null {
  if (comparison.kind === 'ranges') {
    const [a, b] = comparison.ranges.map((range) => stretchOf(range, now, zone));
    if (!a || !b) return null;
    return a.from <= b.from ? cutEven(a, b, now) : cutEven(b, a, now);
  }
  const after = stretchOf(comparison.range, now, zone);
  if (after === null) return null;
  const from = beginningBefore(comparison.range, after, zone);
  return cutEven({ from, to: after.from }, after, now);
}

function stretchOf(range: TimeRange, now: number, zone: string): Stretch | null {
  const { from, to } = resolveTimeRange(range, now, zone);
  return from === null ? null : { from, to: to ?? Math.max(from, now) };
}

function cutEven(before: Stretch, after: Stretch, now: number): SettledWindows | null {
  const lengths = [before.to - before.from, after.to - after.from];
  const length = Math.min(...lengths, now - after.from, after.from - before.from);
  if (!(length > 0)) return null;
  return {
    before: { from: before.from, to: before.from + length },
    after: { from: after.from, to: after.from + length },
    cut: lengths.some((one) => one > length),
  };
}

/** Where the stretch before begins: as many days, or the month before, else as long. */
function beginningBefore(range: TimeRange, { from, to }: Stretch, zone: string): number {
  if (range.kind !== 'between' && isMonth(range.at)) {
    const month: TimePoint = { kind: 'date', text: dateIn(from - 1, zone).slice(0, 7) };
    return timePointBounds(month, from, zone).from;
  }
  if (!namesDays(range)) return from - (to - from);
  // Days of 23 and 25 hours are days.
  return addDays(from, -Math.max(1, Math.round((to - from) / DAY)), zone);
}

function isMonth(point: TimePoint): boolean {
  if (point.kind === 'day') return point.word.endsWith('month');
  return point.kind === 'date' && point.text.length === 7;
}
