/** The kinds of request, as the log names them. Never the path: it may hold anything. */
export type Route = 'api' | 'info' | 'health' | 'page' | 'worker' | 'none';

/** All that is known of a request afterwards. There is no place for a query, header or body. */
export interface LogEntry {
  /** `-` for what could not be read as a request. */
  readonly method: string;
  readonly route: Route;
  /** 499 when the client left before the answer was whole. */
  readonly status: number;
  readonly ms: number;
  readonly bytes: number;
  readonly id: string;
}

/** `GET api 200 12 ms 3456 B 0123456789abcdef` */
export function formatLogEntry(entry: LogEntry): string {
  const { method, route, status, ms, bytes, id } = entry;
  return `${method} ${route} ${status} ${Math.round(ms)} ms ${bytes} B ${id}`;
}
