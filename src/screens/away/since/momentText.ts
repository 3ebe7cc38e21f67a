import { addDays, dateIn, startOfDay, zoneOffset } from '../../../lib/zone.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * A moment as one says it at `now` (both milliseconds since the epoch) in a zone: `17:40`,
 * `yesterday 17:40`, `24 Nov 17:40`, `24 Nov 2025 17:40`.
 */
export function momentText(moment: number, now: number, zone: string): string {
  const time = new Date(moment + zoneOffset(moment, zone)).toISOString().slice(11, 16);
  const date = dateIn(moment, zone);
  const today = dateIn(now, zone);
  if (date === today) return time;
  if (date === dateIn(addDays(startOfDay(now, zone), -1, zone), zone)) return `yesterday ${time}`;
  const [year = '', month = '', day = ''] = date.split('-');
  const said = `${Number(day)} ${MONTHS[Number(month) - 1]}`;
  return today.startsWith(`${year}-`) ? `${said} ${time}` : `${said} ${year} ${time}`;
}
