import { makeView, type View } from './address/View.ts';
import type { Term } from './terms/Filter.ts';
import {
  resolveTimeRange,
  type TimePoint,
  type TimeRange,
  timePointBounds,
} from './terms/timeRange.ts';

/**
 * The view with its relative times made absolute as they stand at `now` (milliseconds since the
 * epoch): it goes on showing the same builds. "In the last 24 h" ends at `now`, unless it is
 * excluded: then what comes later stays excluded with it.
 */
export function freezeView(view: View, now: number): View {
  const at = Math.floor(now);
  return makeView({ ...view, filter: view.filter.map((term) => freezeTerm(term, at)) });
}

/** True when the view means something else tomorrow. */
export function isRelative(view: View): boolean {
  return view.filter.some(
    (term) =>
      term.kind === 'time' &&
      (term.range.kind === 'between'
        ? moves(term.range.from) || moves(term.range.to)
        : moves(term.range.at)),
  );
}

function freezeTerm(term: Term, now: number): Term {
  if (term.kind !== 'time') return term;
  return { ...term, range: freezeRange(term.range, term.not, now) };
}

function freezeRange(range: TimeRange, not: boolean, now: number): TimeRange {
  if (range.kind === 'between') {
    if (range.from.kind !== 'ago' && range.to.kind !== 'ago') {
      const { from, to } = range;
      return { kind: 'between', from: freezePoint(from, now), to: freezePoint(to, now) };
    }
    const { from, to } = resolveTimeRange(range, now);
    // The last millisecond of the range, since an instant covers its own.
    const last = Math.max(from ?? YEAR_0, (to ?? now) - 1);
    return { kind: 'between', from: instant(from ?? YEAR_0), to: instant(last) };
  }
  const at = freezePoint(range.at, now);
  if (range.at.kind !== 'ago') return { kind: range.kind, at };
  if (range.kind === 'before') return { kind: 'before', at };
  return not ? { kind: 'since', at } : { kind: 'between', from: at, to: instant(now) };
}

function freezePoint(point: TimePoint, now: number): TimePoint {
  if (point.kind === 'ago') return instant(boundsOf(point, now));
  if (point.kind !== 'day') return point;
  return { kind: 'date', text: new Date(boundsOf(point, now)).toISOString().slice(0, 10) };
}

function boundsOf(point: TimePoint, now: number): number {
  return timePointBounds(point, now).from;
}

const YEAR_0 = -62_167_219_200_000;

function instant(ms: number): TimePoint {
  return { kind: 'instant', ms: Math.max(YEAR_0, ms), resolution: 1 };
}

function moves(point: TimePoint): boolean {
  return point.kind === 'ago' || point.kind === 'day';
}
