import { dateIn } from '../lib/zone.ts';
import { makeView, type View } from './address/View.ts';
import type { Term } from './terms/Filter.ts';
import type { TimePoint, TimeRange } from './terms/TimePoint.ts';
import { resolveTimeRange, timePointBounds } from './terms/timeBounds.ts';

/**
 * The view with its relative times made absolute as they stand at `now` (milliseconds since the
 * epoch): it goes on showing the same builds. "In the last 24 h" ends at `now`, unless it is
 * excluded: then what comes later stays excluded with it.
 */
export function freezeView(view: View, now: number): View {
  const at = Math.floor(now);
  return makeView({
    ...view,
    filter: view.filter.map((term) => freezeTerm(term, at, view.zone ?? 'UTC')),
  });
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

function freezeTerm(term: Term, now: number, zone: string): Term {
  if (term.kind !== 'time') return term;
  return { ...term, range: freezeRange(term.range, term.not, now, zone) };
}

function freezeRange(range: TimeRange, not: boolean, now: number, zone: string): TimeRange {
  if (range.kind === 'between') {
    const [from, to] = [frozenDay(range.from, now, zone), frozenDay(range.to, now, zone)];
    if (from !== null && to !== null) {
      // Written the wrong way round, a range is from the earlier beginning to the later end.
      const earlier = boundsOf(from.first, zone).from <= boundsOf(to.first, zone).from ? from : to;
      const later = boundsOf(from.last, zone).to > boundsOf(to.last, zone).to ? from : to;
      return { kind: 'between', from: earlier.first, to: later.last };
    }
    const bounds = resolveTimeRange(range, now, zone);
    // The last millisecond of the range, since an instant covers its own.
    const last = Math.max(bounds.from ?? YEAR_0, (bounds.to ?? now) - 1);
    return { kind: 'between', from: instant(bounds.from ?? YEAR_0), to: instant(last) };
  }
  const day = frozenDay(range.at, now, zone);
  if (day === null) {
    const at = instant(timePointBounds(range.at, now, zone).from);
    if (range.kind === 'before') return { kind: 'before', at };
    return not ? { kind: 'since', at } : { kind: 'between', from: at, to: instant(now) };
  }
  const { first, last } = day;
  if (range.kind === 'in') {
    return first === last ? { kind: 'in', at: first } : { kind: 'between', from: first, to: last };
  }
  return { kind: range.kind, at: range.kind === 'before' || range.kind === 'since' ? first : last };
}

function boundsOf(fixed: TimePoint, zone: string) {
  return timePointBounds(fixed, 0, zone);
}

/** The days that a point is, as dates: the same one for one day; null for a length of time. */
function frozenDay(
  point: TimePoint,
  now: number,
  zone: string,
): { readonly first: TimePoint; readonly last: TimePoint } | null {
  if (point.kind === 'ago') return null;
  if (point.kind !== 'day') return { first: point, last: point };
  const { from, to } = timePointBounds(point, now, zone);
  const first: TimePoint = { kind: 'date', text: dateIn(from, zone) };
  const last: TimePoint = { kind: 'date', text: dateIn(to - 1, zone) };
  return { first, last: first.text === last.text ? first : last };
}

const YEAR_0 = -62_167_219_200_000;

function instant(ms: number): TimePoint {
  return { kind: 'instant', ms: Math.max(YEAR_0, ms), resolution: 1 };
}

function moves(point: TimePoint): boolean {
  return point.kind === 'ago' || point.kind === 'day';
}
