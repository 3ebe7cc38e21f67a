import { formatUtc } from '../../lib/formatTime.ts';

/** `14:02 UTC`; with the day where that is another one than `now`: `26 Nov, 14:02 UTC`. */
export function minuteText(ms: number, now: number): string {
  const [day = '', time = ''] = formatUtc(ms).split(', ');
  const minute = `${time.slice(0, 5)} UTC`;
  return formatUtc(now).startsWith(`${day},`) ? minute : `${day.slice(0, 6)}, ${minute}`;
}

/** `14:02:15 UTC` */
export function secondText(ms: number): string {
  return formatUtc(ms).split(', ')[1] ?? '';
}
