import { parseInstant } from '../../../lib/instant.ts';

/**
 * A time of the API with its zone, `2026-11-20T09:00:00.123456Z`: the same instant in UTC, whatever
 * spelling it came in, no digit of a second lost. What cannot be read stays as it came.
 */
export function utcTime<Time extends string | null>(time: Time): string | Time {
  if (time === null || parseInstant(time) === null) return time;
  // How nearly all are written.
  if (WHOLE.test(time)) return time.endsWith('Z') ? time : `${time}Z`;
  // A zone moves minutes: the part of a second stays as it is written, which no number could hold.
  const fraction = FRACTION.exec(time)?.[1];
  const ms = parseInstant(fraction === undefined ? time : time.replace(FRACTION, ''));
  const whole = ms === null ? '' : new Date(ms).toISOString();
  // Beyond the years of four digits there is another spelling, which few read.
  if (whole.length !== 24) return time;
  return `${whole.slice(0, 19)}${fraction === undefined ? '' : `.${fraction}`}Z`;
}

const WHOLE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?$/;
const FRACTION = /[.,](\d+)/;
