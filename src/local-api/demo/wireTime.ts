const DAY_MS = 86_400_000;
const days = new Map<number, string>();

/**
 * Writes milliseconds since the epoch as the contract's `date-time` (RFC 3339, 5.6): UTC, and
 * microseconds only where there are some (`2026-04-17T09:00:00Z`, `2026-04-17T09:00:00.012345Z`).
 */
export function wireTime(ms: number): string {
  const micros = Math.round(ms * 1000);
  const seconds = Math.floor(micros / 1_000_000);
  const fraction = micros - seconds * 1_000_000;
  const day = Math.floor(seconds / 86_400);
  const second = seconds - day * 86_400;
  const clock = `${dayText(day)}T${two(second / 3600)}:${two((second / 60) % 60)}:${two(second % 60)}`;
  return fraction === 0 ? `${clock}Z` : `${clock}.${String(fraction).padStart(6, '0')}Z`;
}

/** `toISOString` took half the time of seeding; an account spans few days. */
function dayText(day: number): string {
  let text = days.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    days.set(day, text);
  }
  return text;
}

function two(value: number): string {
  return value < 10 ? `0${Math.floor(value)}` : String(Math.floor(value));
}
