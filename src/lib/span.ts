const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length of time in words: `0.4 s`, `42 s`, `3 min 05 s`, `2 h 04 min`, `5 d 3 h`.
 * Milliseconds in. Null or negative is a dash: clocks disagree, ages are never negative.
 */
export function formatSpan(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms) || ms < 0) return '–';
  if (ms < SECOND) return ms === 0 ? '0 s' : `${Math.max(0.1, Math.floor(ms / 100) / 10)} s`;
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR)
    return `${Math.floor(ms / MINUTE)} min ${pad(Math.floor((ms % MINUTE) / SECOND))} s`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ${pad(Math.floor((ms % HOUR) / MINUTE))} min`;
  return `${Math.floor(ms / DAY)} d ${Math.floor((ms % DAY) / HOUR)} h`;
}

/**
 * How long ago, in one unit: `just now`, `12 s ago`, `4 min ago`, `3 h ago`, `5 d ago`.
 * Milliseconds in. A negative age is clock skew, so `just now`; an age that is no number is a dash.
 */
export function formatAge(ms: number): string {
  if (!Number.isFinite(ms)) return '–';
  if (ms < 2 * SECOND) return 'just now';
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s ago`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ago`;
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} h ago`;
  return `${Math.floor(ms / DAY)} d ago`;
}

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
