import { addDays, instantIn, startOfDay, zoneOffset } from '../../lib/zone.ts';

/** As many bars as a screen of 1,440 px shows apart. */
export const MOST_BUCKETS = 120;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Steps that people count in, below a day. */
const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
];

/** What one bucket is: so many milliseconds, or a unit of the calendar. */
export type TimeStep = number | 'day' | 'week' | 'month' | 'year';

/** Time in buckets. Milliseconds since the epoch. */
export interface TimeAxis {
  readonly step: TimeStep;
  /** Where each bucket starts, and where the last one ends: one more than there are buckets. */
  readonly edges: readonly number[];
  readonly zone: string;
}

/**
 * The buckets that hold all of `from` to `to`, `most` at most (3 and more), of the smallest step
 * that needs no more. Days, weeks (from Monday), months and years are those of the zone's calendar, so that days
 * of 23 and 25 hours are right. A span of more years than that has them in groups.
 */
export function timeAxis(from: number, to: number, zone: string, most = MOST_BUCKETS): TimeAxis {
  const end = Math.max(from, to);
  const small = STEPS.find((step) => end - from <= step * (most - 2));
  if (small !== undefined) return { step: small, edges: evenEdges(from, end, small, zone), zone };
  for (const [step, longest] of CALENDAR) {
    if (end - from <= longest * (most - 2)) {
      return { step, edges: calendarEdges(from, end, step, 1, zone), zone };
    }
  }
  const years = Math.ceil((end - from) / (DAY * 365 * (most - 2)));
  return { step: 'year', edges: calendarEdges(from, end, 'year', years, zone), zone };
}

/** Calendar steps with the least that one lasts. */
const CALENDAR = [
  ['day', 23 * HOUR],
  ['week', 7 * DAY - HOUR],
  ['month', 28 * DAY - HOUR],
  ['year', 365 * DAY - HOUR],
] as const;

/** The bucket of a time; -1 before the first and beyond the last, and for NaN. */
export function bucketAt({ edges }: TimeAxis, time: number): number {
  const count = edges.length - 1;
  const from = edges[0] ?? 0;
  const end = edges[count] ?? 0;
  if (!(time >= from) || !(time < end)) return -1;
  // Buckets are of nearly one length: the guess is a few steps away at most.
  let at = Math.min(count - 1, Math.floor(((time - from) / (end - from)) * count));
  while ((edges[at] ?? 0) > time) at -= 1;
  while ((edges[at + 1] ?? 0) <= time) at += 1;
  return at;
}

/** Where a time stands on an axis whose buckets are drawn equally wide: 0 to 1, its ends beyond. */
export function plotPlace(axis: TimeAxis, time: number): number {
  const { edges } = axis;
  const count = edges.length - 1;
  if (!(time > (edges[0] ?? 0))) return 0;
  const bucket = bucketAt(axis, time);
  if (bucket < 0) return 1;
  const [from, to] = [edges[bucket] ?? 0, edges[bucket + 1] ?? 0];
  return (bucket + (time - from) / (to - from)) / count;
}

/**
 * The time of the buckets from one to another, in either order: half-open, the last bucket whole,
 * and the last minute in it, which is how an address says it. Milliseconds since the epoch.
 */
export function rangeOf({ edges }: TimeAxis, one: number, other: number) {
  const from = edges[Math.max(0, Math.min(one, other))] ?? Number.NaN;
  const last = Math.min(Math.max(one, other) + 1, edges.length - 1);
  const to = edges[last] ?? Number.NaN;
  return { from, to, lastMinute: Math.ceil(to / MINUTE) * MINUTE - MINUTE };
}

/** Steps of hours begin anew at each midnight, so that they stay the same hours of all days. */
function evenEdges(from: number, end: number, step: number, zone: string): number[] {
  const day = startOfDay(from, zone);
  let edge = day + Math.floor((from - day) / step) * step;
  const edges = [edge];
  while (edge <= end) {
    const next = edge + step;
    edge = step < HOUR ? next : Math.min(next, addDays(edge, 1, zone));
    edges.push(edge);
  }
  return edges;
}

function calendarEdges(
  from: number,
  end: number,
  step: (typeof CALENDAR)[number][0],
  count: number,
  zone: string,
): number[] {
  const edges = [startOf(from, step, zone)];
  while ((edges.at(-1) ?? 0) <= end) edges.push(after(edges.at(-1) ?? 0, step, count, zone));
  return edges;
}

function startOf(time: number, step: (typeof CALENDAR)[number][0], zone: string): number {
  if (step === 'day') return startOfDay(time, zone);
  const shown = new Date(time + zoneOffset(time, zone));
  if (step === 'week') return addDays(time, -((shown.getUTCDay() + 6) % 7), zone);
  return instantIn(utc(shown.getUTCFullYear(), step === 'year' ? 0 : shown.getUTCMonth()), zone);
}

function after(
  start: number,
  step: (typeof CALENDAR)[number][0],
  count: number,
  zone: string,
): number {
  if (step === 'day') return addDays(start, count, zone);
  if (step === 'week') return addDays(start, 7 * count, zone);
  const shown = new Date(start + zoneOffset(start, zone));
  const months = shown.getUTCMonth() + (step === 'month' ? count : 0);
  return instantIn(utc(shown.getUTCFullYear() + (step === 'year' ? count : 0), months), zone);
}

function utc(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}
