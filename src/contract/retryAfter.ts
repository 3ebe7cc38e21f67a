const SHORTEST_MS = 1000;
/** Also keeps clear of timers above 2^31-1 ms, which fire at once. */
const LONGEST_MS = 5 * 60 * 1000;

/**
 * Reads a `Retry-After` header (RFC 9110 section 10.2.3) into milliseconds, clamped to
 * 1 s … 5 min. A date is read against the answer's own `Date` header, since clocks disagree, and
 * against `now` (milliseconds since the epoch) where there is none. Null when the header is
 * absent, negative, doubled or garbage.
 */
export function retryAfter(header: string | null, date: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return clamp(Number(text) * 1000);
  const until = httpDate(text);
  if (until === null) return null;
  const from = (date === null ? null : httpDate(date.trim())) ?? now;
  return clamp(until - from);
}

function clamp(ms: number): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms));
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`, the one form of a date that servers may send. */
function httpDate(text: string): number | null {
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
