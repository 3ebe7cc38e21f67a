import type { TimeAxis } from '../../../insights/timeline/TimeAxis.ts';
import { zoneOffset, zoneWord } from '../../../lib/zone.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** What stands for the buckets of an axis in words, of the clocks and days of its zone. */
export interface AxisWords {
  /** The buckets from one to another, such as `Tue 24 Nov 2026, 10:00 to 12:00`. */
  readonly range: (first: number, last: number) => string;
  /** Where a bucket begins, in short: for the axis below the bars. */
  readonly tick: (bucket: number) => string;
  /** What one bucket is, such as `by day (Berlin)`. */
  readonly step: string;
}

/** Words are made when they are asked for, once for each edge. */
export function axisWords({ edges, step, zone }: TimeAxis): AxisWords {
  const made = new Map<number, Date>();
  /** The zone's calendar and clock at an edge, as if it were UTC. */
  const shown = (edge: number): Date => {
    const time = edges[edge] ?? 0;
    const date = made.get(edge) ?? new Date(time + zoneOffset(time, zone));
    made.set(edge, date);
    return date;
  };
  const seconds = typeof step === 'number' && step < MINUTE;
  const clock = (date: Date) => date.toISOString().slice(11, seconds ? 19 : 16);
  const range = (first: number, last: number): string => {
    const from = shown(first);
    if (typeof step === 'number') {
      const to = shown(last + 1);
      const same = from.getTime() - (from.getTime() % DAY) === to.getTime() - (to.getTime() % DAY);
      return `${dayWords(from)}, ${clock(from)} to ${same ? '' : `${dayWords(to)}, `}${clock(to)}`;
    }
    const end = new Date(shown(last + 1).getTime() - DAY);
    return spanWords(from, end, step);
  };
  const tick = (bucket: number): string => {
    const date = shown(bucket);
    if (step === 'year') return yearOf(date);
    if (step === 'month') return `${monthOf(date)} ${yearOf(date)}`;
    const day = `${date.getUTCDate()} ${monthOf(date)}`;
    if (step === 'day' || step === 'week') return day;
    return date.getTime() % DAY === 0 ? day : clock(date);
  };
  return { range, tick, step: `${stepWords(step)} (${zoneWord(zone)})` };
}

function spanWords(from: Date, end: Date, step: Exclude<TimeAxis['step'], number>): string {
  const [a, b] = [wordsOf(from, step), wordsOf(end, step)];
  return a === b ? a : `${a} to ${b}`;
}

function wordsOf(date: Date, step: Exclude<TimeAxis['step'], number>): string {
  if (step === 'year') return yearOf(date);
  if (step === 'month') return `${monthOf(date)} ${yearOf(date)}`;
  return dayWords(date);
}

function dayWords(date: Date): string {
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${monthOf(date)} ${yearOf(date)}`;
}

function monthOf(date: Date): string {
  return MONTHS[date.getUTCMonth()] ?? '';
}

function yearOf(date: Date): string {
  return String(date.getUTCFullYear());
}

function stepWords(step: TimeAxis['step']): string {
  if (typeof step !== 'number') return `by ${step}`;
  if (step < MINUTE) return `by ${step / 1000} s`;
  return step < 60 * MINUTE ? `by ${step / MINUTE} min` : `by ${step / (60 * MINUTE)} h`;
}
