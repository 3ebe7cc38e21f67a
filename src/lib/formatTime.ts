import { lazily } from './lazily.ts';

const UTC_PARTS: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
};
const utc = lazily(() => new Intl.DateTimeFormat('en-GB', { ...UTC_PARTS, timeZone: 'UTC' }));
const local = lazily(
  () => new Intl.DateTimeFormat('en-GB', { ...UTC_PARTS, timeZoneName: 'short' }),
);

/** `20 Nov 2026, 09:00:00 UTC` */
export function formatUtc(ms: number): string {
  return `${evenMonth(utc().format(ms))} UTC`;
}

/** `20 Nov 2026, 10:00:00 CET`, in the zone of this browser. */
export function formatLocal(ms: number): string {
  return evenMonth(local().format(ms));
}

/** `2026-11-20T09:00:00.123Z`, for machines: exports, `datetime` attributes. */
export function formatIso(ms: number): string {
  return new Date(ms).toISOString();
}

/** British English shortens one month to four letters; columns of times want three. */
function evenMonth(text: string): string {
  return text.replace('Sept', 'Sep');
}
