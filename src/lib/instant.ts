/**
 * Reads a timestamp of the API into milliseconds since the Unix epoch.
 *
 * RFC 3339 and the looser forms that real servers send: a space for `T`, up to nine fraction
 * digits (kept to the microsecond, as a fraction of the result), `Z`, `+05:30`, `+0530`, `+05`,
 * or no zone at all, which means UTC. A leap second (`23:59:60` in UTC) is the second after it.
 * Returns null ("unknown") for anything else, such as
 * `2024-02-30`, `"1"` or `""`. Never throws.
 */
export function parseInstant(text: string): number | null {
  const length = text.length;
  if (length < 16 || length > 40) return null;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return null;
  const separator = text.charCodeAt(10);
  if (separator !== UPPER_T && separator !== LOWER_T && separator !== SPACE) return null;
  if (text.charCodeAt(13) !== COLON) return null;

  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) {
    return null;
  }
  if (!(hour <= 23 && minute <= 59)) return null;

  let at = 16;
  let second = 0;
  let fraction = 0;
  if (text.charCodeAt(at) === COLON) {
    second = twoDigits(text, at + 1);
    if (!(second <= 60)) return null;
    at += 3;
    const mark = text.charCodeAt(at);
    if (mark === DOT || mark === COMMA) {
      let scale = 100_000;
      const start = ++at;
      for (let digit = text.charCodeAt(at) - ZERO; digit >= 0 && digit <= 9; ) {
        fraction += digit * scale;
        scale = Math.floor(scale / 10);
        at += 1;
        digit = text.charCodeAt(at) - ZERO;
      }
      if (at === start || at > start + 9) return null;
    }
  }

  const offset = zoneOffset(text, at);
  if (offset === null) return null;
  const whole = utc(year, month, day, hour, minute, second) - offset * 60_000;
  if (second === 60 && whole % DAY !== 0) return null;
  return whole + fraction / 1000;
}

/**
 * Reads a time that a server says of a build: milliseconds since the Unix epoch, NaN when it is
 * unknown. So are the zero dates that programs write for no time: year 1, and the epoch itself.
 */
export function readTime(text: string | null): number {
  const ms = text === null ? null : parseInstant(text);
  return ms === null || ms === 0 || ms < YEAR_2 ? Number.NaN : ms;
}

const YEAR_2 = -62_104_060_800_000;

/** Minutes east of UTC, 0 when no zone is written, null when what stands there is no zone. */
function zoneOffset(text: string, at: number): number | null {
  const rest = text.length - at;
  if (rest === 0) return 0;
  const sign = text.charCodeAt(at);
  if (sign === UPPER_Z || sign === LOWER_Z) return rest === 1 ? 0 : null;
  if (sign !== PLUS && sign !== DASH) return null;
  const hours = twoDigits(text, at + 1);
  let minutes = 0;
  if (rest === 6 && text.charCodeAt(at + 3) === COLON) minutes = twoDigits(text, at + 4);
  else if (rest === 5) minutes = twoDigits(text, at + 3);
  else if (rest !== 3) return null;
  if (!(hours <= 23 && minutes <= 59)) return null;
  return (sign === PLUS ? 1 : -1) * (hours * 60 + minutes);
}

/** `Date.UTC` without its reading of years 0 to 99 as 1900 to 1999. */
function utc(year: number, month: number, day: number, hour: number, min: number, sec: number) {
  if (year >= 100) return Date.UTC(year, month - 1, day, hour, min, sec);
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + min) * 60 + sec) * 1000;
}

function twoDigits(text: string, at: number): number {
  const high = text.charCodeAt(at) - ZERO;
  const low = text.charCodeAt(at + 1) - ZERO;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : Number.NaN;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const DAY = 86_400_000;
const ZERO = 48;
const DASH = 45;
const PLUS = 43;
const COLON = 58;
const DOT = 46;
const COMMA = 44;
const SPACE = 32;
const UPPER_T = 84;
const LOWER_T = 116;
const UPPER_Z = 90;
const LOWER_Z = 122;
