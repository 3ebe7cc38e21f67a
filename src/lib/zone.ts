/**
 * Calendar days in a time zone of the IANA's names, by `Intl`: days of 23 and 25 hours, days that
 * begin at one o'clock and days that were skipped are what the zone says they are.
 */

const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = zone.length > 64 ? null : makeFormatter(zone);
    formatters.set(zone, formatter);
  }
  return formatter;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

/** True for a zone that this browser knows, such as `Europe/Berlin`; not for `+02:00`. */
export function isZone(zone: string): boolean {
  return /^[A-Za-z][\w+/-]*$/.test(zone) && formatterOf(zone) !== null;
}

/** The zone of this browser; `UTC` where it names none. */
export function localZone(): string {
  const offset = new Date().getTimezoneOffset();
  if (read?.offset === offset) return read.zone;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  read = { offset, zone: zone && isZone(zone) ? zone : 'UTC' };
  return read.zone;
}

/** Asking takes a tenth of a millisecond, and each drawing asks: anew when its clocks differ. */
let read: { readonly offset: number; readonly zone: string } | undefined;

/** A zone in a word, to stand beside a day: `Berlin`, `New York`, `UTC`. */
export function zoneWord(zone: string): string {
  return zone === 'Etc/UTC' ? 'UTC' : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** How far a zone's clocks are ahead of UTC at an instant. Milliseconds; 0 for an unknown zone. */
export function zoneOffset(ms: number, zone: string): number {
  const formatter = zone === 'UTC' ? null : formatterOf(zone);
  if (formatter === null || !(Math.abs(ms) < 8.64e15 - DAY)) return 0;
  const whole = Math.floor(ms / 1000) * 1000;
  const parts = new Map<string, string>();
  for (const { type, value } of formatter.formatToParts(whole)) parts.set(type, value);
  const read = (type: string) => Number(parts.get(type));
  const year = parts.get('era') === 'BC' ? 1 - read('year') : read('year');
  const days = utcDay(year, read('month'), read('day'));
  return days + ((read('hour') * 60 + read('minute')) * 60 + read('second')) * 1000 - whole;
}

function utcDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** The calendar date in a zone, `2026-11-27`; years of four digits. */
export function dateIn(ms: number, zone: string): string {
  return new Date(ms + zoneOffset(ms, zone)).toISOString().slice(0, 10);
}

/** The first instant of the calendar day in a zone that an instant is in. Milliseconds. */
export function startOfDay(ms: number, zone: string): number {
  return firstInstant(Math.floor((ms + zoneOffset(ms, zone)) / DAY) * DAY, zone);
}

/** The first instant of the day so many calendar days after the day of an instant. */
export function addDays(ms: number, days: number, zone: string): number {
  const midnight = Math.floor((ms + zoneOffset(ms, zone)) / DAY) * DAY;
  return firstInstant(midnight + days * DAY, zone);
}

/**
 * The instant at which a zone's clocks show a time, given as if it were UTC; where they show it
 * twice the first, where they leap over it the one they leap at. Milliseconds.
 */
export function instantIn(shown: number, zone: string): number {
  const before = shown - zoneOffset(shown - DAY, zone);
  const after = shown - zoneOffset(shown + DAY, zone);
  if (before === after) return before;
  for (const at of [Math.min(before, after), Math.max(before, after)]) {
    if (at + zoneOffset(at, zone) === shown) return at;
  }
  return firstInstantAtOrAfter(shown, Math.min(before, after) - DAY / 24, zone);
}

/** The first instant of the day whose midnight is given as if it were UTC. */
function firstInstant(midnight: number, zone: string): number {
  return zone === 'UTC' ? midnight : instantIn(midnight, zone);
}

/** For a time that is leapt over: the leap itself, found by halving. */
function firstInstantAtOrAfter(shown: number, from: number, zone: string): number {
  let low = from;
  let high = from + DAY + DAY / 12;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + zoneOffset(middle, zone) >= shown) high = middle;
    else low = middle;
  }
  return high;
}
