import { formatIso } from '../../../lib/formatTime.ts';
import { readTime } from '../../../lib/instant.ts';
import { zoneOffset } from '../../../lib/zone.ts';

/** Milliseconds since the epoch as `2026-11-20 09:00:00`, in a zone (UTC); a dash where unknown. */
export function zonedText(ms: number, zone = 'UTC'): string {
  if (!(Math.abs(ms) < LAST)) return '–';
  return formatIso(ms + zoneOffset(ms, zone))
    .slice(0, -5)
    .replace('T', ' ');
}

/** A time of the API in a zone (UTC); a dash for none, `unknown` for nonsense. */
export function zonedTime(time: string | null, zone = 'UTC'): string {
  if (time === null) return '–';
  const ms = readTime(time);
  return Number.isNaN(ms) ? 'unknown' : zonedText(ms, zone);
}

/** A day less than what a `Date` can hold, since zones move it. Milliseconds. */
const LAST = 8.64e15 - 86_400_000;
