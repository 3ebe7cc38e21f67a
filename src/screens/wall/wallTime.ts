import { formatUtc } from '../../lib/formatTime.ts';
import { formatSpan } from '../../lib/span.ts';

/** `14:02 UTC`; with the day where that is another one than `now`: `26 Nov, 14:02 UTC`. */
export function minuteText(ms: number, now: number): string {
  const [day = '', time = ''] = formatUtc(ms).split(', ');
  const minute = `${time.slice(0, 5)} UTC`;
  return formatUtc(now).startsWith(`${day},`) ? minute : `${day.slice(0, 6)}, ${minute}`;
}

/** When something was, in few letters: `14:02 UTC` of the day of `now`, else the day: `26 Nov`. */
export function momentText(ms: number, now: number): string {
  return minuteText(ms, now).split(', ')[0] ?? '';
}

/** `14:02:15 UTC` */
export function secondText(ms: number): string {
  return formatUtc(ms).split(', ')[1] ?? '';
}

/** `under 1 min`, `12 min`, `3 h 04 min`, `5 d 3 h`: a length that a wall need not count in seconds. */
export function lengthText(ms: number): string {
  if (ms < 60_000) return 'under 1 min';
  return ms < 3_600_000 ? `${Math.floor(ms / 60_000)} min` : formatSpan(ms);
}
