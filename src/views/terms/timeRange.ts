import { parseInstant } from '../../lib/instant.ts';
import { nearest } from './nearest.ts';
import { type AgoUnit, DAY_WORDS, type TimePoint, type TimeRange } from './TimePoint.ts';
import { timePointBounds } from './timeBounds.ts';

const UNITS = new Map<string, AgoUnit>([
  ...(['m', 'min', 'mins', 'minute', 'minutes'] as const).map((word) => [word, 'm'] as const),
  ...(['h', 'hr', 'hrs', 'hour', 'hours'] as const).map((word) => [word, 'h'] as const),
  ...(['d', 'day', 'days'] as const).map((word) => [word, 'd'] as const),
  ...(['w', 'week', 'weeks'] as const).map((word) => [word, 'w'] as const),
]);
const LAST: ReadonlyMap<string, AgoUnit> = new Map([
  ...(['last-hour', 'past-hour'] as const).map((word) => [word, 'h'] as const),
  ...(['last-day', 'past-day'] as const).map((word) => [word, 'd'] as const),
  ['past-week', 'w'] as const,
]);
const YEAR_0 = -62_167_219_200_000;
const YEAR_10000 = 253_402_300_800_000;

/** Reads one place in time, null when it is none. */
export function parseTimePoint(written: string): TimePoint | null {
  const text = written.trim().toLowerCase();
  if (text.length > 40) return null;
  const said = text.replace(/[ _-]+/, '-');
  const word = DAY_WORDS.find((one) => one === said || one.replace('-', '') === said);
  if (word !== undefined) return { kind: 'day', word };
  const last = LAST.get(said);
  if (last !== undefined) return { kind: 'ago', amount: 1, unit: last };
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
  const swapped = from.kind === to.kind && isAfter(from, to);
  return swapped ? { kind: 'between', from: to, to: from } : { kind: 'between', from, to };
}

/** For two points of one kind: true when the first is the later one, in any zone. */
function isAfter(a: TimePoint, b: TimePoint): boolean {
  return timePointBounds(a, 0).from > timePointBounds(b, 0).from;
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

/** A spelling that would have been read, for a text that was not; null when none comes to mind. */
export function suggestTime(written: string): string | null {
  const text = written.trim();
  if (/^\d{1,5}$/.test(text)) return `${Number(text)}h`;
  const dashed = text.replaceAll('/', '-');
  if (dashed !== text && parseTimeRange(dashed) !== null) return dashed;
  return nearest(text, DAY_WORDS);
}
