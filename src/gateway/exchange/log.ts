/** The kinds of request, as the log names them. Never the path: it may hold anything. */
export type Route = 'api' | 'info' | 'health' | 'ready' | 'page' | 'worker' | 'none';

/** All that is known of a request afterwards. There is no place for a query, header or body. */
export interface LogEntry {
  /** When it was over, milliseconds since the epoch. */
  readonly time: number;
  /** `-` for what could not be read as a request. */
  readonly method: string;
  readonly route: Route;
  /** 499 when the client left before the answer was whole. */
  readonly status: number;
  readonly ms: number;
  readonly bytes: number;
  readonly id: string;
  /** Why the API gave no answer, see `Why`; null where it did, or was not asked. */
  readonly why: string | null;
}

/** `2026-11-27T09:30:00.000Z GET api 502 12 ms 45 B 0123456789abcdef refused` */
export function formatLogEntry(entry: LogEntry): string {
  const { method, route, status, ms, bytes, id, why } = entry;
  const line = `${method} ${route} ${status} ${Math.round(ms)} ms ${bytes} B ${id}`;
  return `${isoTime(entry)} ${line}${why === null ? '' : ` ${why}`}`;
}

/** The same as one line of JSON. */
export function jsonLogEntry(entry: LogEntry): string {
  return JSON.stringify({ ...entry, time: isoTime(entry), ms: Math.round(entry.ms) });
}

function isoTime({ time }: LogEntry): string {
  return new Date(time).toISOString();
}
