import { parseInstant } from '../../lib/instant.ts';
import { nearest } from './nearest.ts';

export type AgoUnit = 'm' | 'h' | 'd' | 'w';

/**
 * A place in time as people write it. All but `ago` cover a stretch: `day` and `date` (a day, or
 * a month when written `2026-11`) the whole UTC day or month, `instant` as much as it was
 * written to: the minute, the second, or the millisecond (`resolution`, in milliseconds).
 */
export type TimePoint =
  | { readonly kind: 'ago'; readonly amount: number; readonly unit: AgoUnit }
  | { readonly kind: 'day'; readonly word: 'today' | 'yesterday' }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'instant'; readonly ms: number; readonly resolution: 1 | 1000 | 60_000 };

/**
 * A stretch of time as people write it.
 *
 * - `in`: `2026-11-01` that day, `today`; with a length, `24h`, since 24 hours ago
 * - `before` `<2026-11-01`, `upTo` `<=` (the day itself too), `since` `>=`, `after` `>` (from
 *   the next day on)
 * - `between`: `2026-11-01..2026-11-20`, both ends whole
 *
 * With a length the signs compare the age: `>24h` is over 24 hours ago (kept as `before`), `<24h`
 * is `24h`.
 */
export type TimeRange =
  | {
      readonly kind: 'in' | 'before' | 'upTo' | 'since' | 'after';
      readonly at: TimePoint;
    }
  | { readonly kind: 'between'; readonly from: TimePoint; readonly to: TimePoint };

export const UNIT_MS: Readonly<Record<AgoUnit, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const DAY = UNIT_MS.d;
const UNITS = new Map<string, AgoUnit>([
  ...(['m', 'min', 'mins', 'minute', 'minutes'] as const).map((word) => [word, 'm'] as const),
  ...(['h', 'hr', 'hrs', 'hour', 'hours'] as const).map((word) => [word, 'h'] as const),
  ...(['d', 'day', 'days'] as const).map((word) => [word, 'd'] as const),
  ...(['w', 'week', 'weeks'] as const).map((word) => [word, 'w'] as const),
]);
const YEAR_0 = -62_167_219_200_000;
const YEAR_10000 = 253_402_300_800_000;

/** Reads one place in time, null when it is none. */
export function parseTimePoint(written: string): TimePoint | null {
  const text = written.trim().toLowerCase();
  if (text.length > 40) return null;
  if (text === 'today' || text === 'yesterday') return { kind: 'day', word: text };
  const ago = /^(\d{1,5}) ?([a-z]{1,7})$/.exec(text);
  if (ago) {
    const amount = Number(ago[1]);
    const unit = UNITS.get(ago[2] ?? '');
    return unit === undefined || amount === 0 ? null : { kind: 'ago', amount, unit };
  }
  if (/^\d{4}-\d\d(-\d\d)?$/.test(text)) {
    const first = text.length === 7 ? `${text}-01` : text;
    return parseInstant(`${first}T00:00`) === null ? null : { kind: 'date', text };
  }
  const exact = parseInstant(text);
  if (exact === null || exact < YEAR_0 || exact >= YEAR_10000) return null;
  const seconds = text[16] === ':';
  const fraction = seconds && (text[19] === '.' || text[19] === ',');
  const resolution = fraction ? 1 : seconds ? 1000 : 60_000;
  return { kind: 'instant', ms: Math.floor(exact), resolution };
}

/** Writes a place in time so that `parseTimePoint` reads the same; instants in UTC. */
export function printTimePoint(point: TimePoint): string {
  if (point.kind === 'ago') return `${point.amount}${point.unit}`;
  if (point.kind === 'day') return point.word;
  if (point.kind === 'date') return point.text;
  const iso = new Date(point.ms).toISOString();
  if (point.resolution === 1) return iso;
  return `${iso.slice(0, point.resolution === 1000 ? 19 : 16)}Z`;
}

/** Reads a stretch of time, null when it is none. */
export function parseTimeRange(written: string): TimeRange | null {
  const text = written.trim();
  const dots = text.indexOf('..');
  if (dots >= 0) return parseBetween(side(text.slice(0, dots)), side(text.slice(dots + 2)));
  const sign = /^[<>]=?/.exec(text)?.[0] ?? '';
  const at = parseTimePoint(text.slice(sign.length));
  if (at === null) return null;
  if (at.kind === 'ago') return { kind: sign.startsWith('>') ? 'before' : 'in', at };
  return { kind: SIGN_KINDS[sign] ?? 'in', at };
}

/** `*` is how other products write an open end. */
function side(text: string): string {
  return text.trim() === '*' ? '' : text;
}

const SIGN_KINDS: Readonly<Record<string, 'before' | 'upTo' | 'since' | 'after'>> = {
  '<': 'before',
  '<=': 'upTo',
  '>=': 'since',
  '>': 'after',
};

function parseBetween(left: string, right: string): TimeRange | null {
  const from = parseTimePoint(left);
  const to = parseTimePoint(right);
  if (from === null && to === null) return null;
  if (from === null) return left.trim() === '' && to !== null ? open('upTo', to) : null;
  if (to === null) return right.trim() === '' ? open('since', from) : null;
  return orderedBetween(from, to);
}

function open(kind: 'upTo' | 'since', at: TimePoint): TimeRange {
  if (at.kind === 'ago') return { kind: kind === 'since' ? 'in' : 'before', at };
  return { kind, at };
}

/** Ends that can be compared without a clock stand earlier first, however they were written. */
function orderedBetween(from: TimePoint, to: TimePoint): TimeRange {
  const swapped =
    from.kind === to.kind && timePointBounds(from, 0).from > timePointBounds(to, 0).from;
  return swapped ? { kind: 'between', from: to, to: from } : { kind: 'between', from, to };
}

/**
 * Writes a range so that `parseTimeRange` reads the same. With `dots`, `>=` and `<=` become
 * `2026-11-01..` and `..2026-11-01`, which an address can hold as they are.
 */
export function printTimeRange(range: TimeRange, dots = false): string {
  if (range.kind === 'between') return `${printTimePoint(range.from)}..${printTimePoint(range.to)}`;
  const at = printTimePoint(range.at);
  if (range.at.kind === 'ago') {
    return range.kind === 'before' || range.kind === 'upTo' ? `>${at}` : at;
  }
  if (range.kind === 'in') return at;
  if (range.kind === 'since') return dots ? `${at}..` : `>=${at}`;
  if (range.kind === 'upTo') return dots ? `..${at}` : `<=${at}`;
  return `${range.kind === 'before' ? '<' : '>'}${at}`;
}

/** The stretch that a point covers: `from <= t < to`, milliseconds; `now` likewise. */
export function timePointBounds(point: TimePoint, now: number): { from: number; to: number } {
  if (point.kind === 'ago') {
    const at = now - point.amount * UNIT_MS[point.unit];
    return { from: at, to: at };
  }
  if (point.kind === 'instant') return { from: point.ms, to: point.ms + point.resolution };
  if (point.kind === 'day') {
    const today = Math.floor(now / DAY) * DAY;
    return point.word === 'today'
      ? { from: today, to: today + DAY }
      : { from: today - DAY, to: today };
  }
  if (point.text.length === 7) {
    const year = Number(point.text.slice(0, 4));
    const month = Number(point.text.slice(5));
    const next = month === 12 ? year + 1 : year;
    return { from: monthStart(year, month), to: monthStart(next, (month % 12) + 1) };
  }
  const from = parseInstant(`${point.text}T00:00`) ?? 0;
  return { from, to: from + DAY };
}

function monthStart(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, 1);
}

/** What a range means at `now`: `from <= t < to`, milliseconds, null where a side is open. */
export function resolveTimeRange(
  range: TimeRange,
  now: number,
): { from: number | null; to: number | null } {
  if (range.kind === 'between') {
    const a = timePointBounds(range.from, now);
    const b = timePointBounds(range.to, now);
    return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
  }
  const { from, to } = timePointBounds(range.at, now);
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

/** A spelling that would have been read, for a text that was not; null when none comes to mind. */
export function suggestTime(written: string): string | null {
  const text = written.trim();
  if (/^\d{1,5}$/.test(text)) return `${Number(text)}h`;
  const dashed = text.replaceAll('/', '-');
  if (dashed !== text && parseTimeRange(dashed) !== null) return dashed;
  return nearest(text, ['today', 'yesterday']);
}
