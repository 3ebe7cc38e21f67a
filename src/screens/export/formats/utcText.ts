import { formatIso } from '../../../lib/formatTime.ts';
import { readTime } from '../../../lib/instant.ts';

/** A time of the API as `2026-11-20 09:00:00`, in UTC; a dash for none, `unknown` for nonsense. */
export function utcText(time: string | null): string {
  if (time === null) return '–';
  const ms = readTime(time);
  return Number.isNaN(ms) ? 'unknown' : utcOf(ms);
}

/** Milliseconds since the epoch as `2026-11-20 09:00:00`, in UTC. */
export function utcOf(ms: number): string {
  return formatIso(ms).slice(0, 19).replace('T', ' ');
}
