import { addDays, dateIn, instantIn, startOfDay } from '../../lib/zone.ts';
import { type DayWord, type TimePoint, type TimeRange, UNIT_MS } from './TimePoint.ts';

export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretch that a point covers: `from <= t < to`, milliseconds; `now` likewise. Days, weeks
 * from Monday and months are those of the zone's calendar.
 */
export function timePointBounds(point: TimePoint, now: number, zone = 'UTC'): Bounds {
  switch (point.kind) {
    case 'ago': {
      const at = now - point.amount * UNIT_MS[point.unit];
      return { from: at, to: at };
    }
    case 'instant':
      return { from: point.ms, to: point.ms + point.resolution };
    case 'day':
      return wordBounds(point.word, now, zone);
    case 'date':
      return dateBounds(point.text, zone);
  }
}

function wordBounds(word: DayWord, now: number, zone: string): Bounds {
  const today = startOfDay(now, zone);
  const day = (days: number) => addDays(today, days, zone);
  const monday = -((new Date(`${dateIn(now, zone)}T00:00Z`).getUTCDay() + 6) % 7);
  switch (word) {
    case 'today':
      return { from: today, to: day(1) };
    case 'yesterday':
      return { from: day(-1), to: today };
    case 'this-week':
      return { from: day(monday), to: day(monday + 7) };
    case 'last-week':
      return { from: day(monday - 7), to: day(monday) };
    case 'this-month':
      return dateBounds(dateIn(now, zone).slice(0, 7), zone);
    case 'last-month': {
      const first = dateBounds(dateIn(now, zone).slice(0, 7), zone).from;
      return dateBounds(dateIn(addDays(first, -1, zone), zone).slice(0, 7), zone);
    }
  }
}

/** The bounds of `2026-11-01`, or of the month `2026-11`. */
function dateBounds(text: string, zone: string): Bounds {
  const [year = 0, month = 1, day] = text.split('-').map(Number);
  const shown = (months: number, days: number) =>
    new Date(0).setUTCFullYear(year, month - 1 + months, days);
  const [from, to] =
    day === undefined ? [shown(0, 1), shown(1, 1)] : [shown(0, day), shown(0, day + 1)];
  return { from: instantIn(from, zone), to: instantIn(to, zone) };
}

/** What a range means at `now`: `from <= t < to`, milliseconds, null where a side is open. */
export function resolveTimeRange(
  range: TimeRange,
  now: number,
  zone = 'UTC',
): { from: number | null; to: number | null } {
  if (range.kind === 'between') {
    const a = timePointBounds(range.from, now, zone);
    const b = timePointBounds(range.to, now, zone);
    return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
  }
  const { from, to } = timePointBounds(range.at, now, zone);
  switch (range.kind) {
    case 'in':
      return { from, to: range.at.kind === 'ago' ? null : to };
    case 'before':
      return { from: null, to: from };
    case 'upTo':
      return { from: null, to };
    case 'since':
      return { from, to: null };
    case 'after':
      return { from: to, to: null };
  }
}

/** True for a range whose ends are days, weeks or months: what it means depends on a zone. */
export function namesDays(range: TimeRange): boolean {
  const points = range.kind === 'between' ? [range.from, range.to] : [range.at];
  return points.some(({ kind }) => kind === 'day' || kind === 'date');
}
