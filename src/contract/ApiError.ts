/**
 * The kinds of failure that a call to the API can end in. Every failure passes through
 * `ApiError`; each kind has one sentence and one action.
 *
 * - `offline`: no answer at all (refused, reset, broken off in mid body)
 * - `timeout`: no complete answer within 35 s
 * - `unauthorized`: 401
 * - `forbidden`: 403
 * - `payment`: 402
 * - `missing`: 404, 405, 501: this server does not have the API
 * - `invalid`: 422
 * - `refused`: 400, 409, 413, 418, 431 and every other 4xx; without a status, a token that no header
 *   can carry
 * - `server`: 408, 425, 500, 502, 503, 504 and every other 5xx
 * - `limited`: 429 that waiting cures
 * - `quota`: 429 that waiting does not cure
 * - `intercepted`: a web page in place of any refusal above: something before the API answered
 * - `unreadable`: a 200 that is not a page of builds
 * - `unexpected`: 204, 206, 30x and any status that no client asked for
 */
export type ApiErrorKind =
  | 'offline'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'payment'
  | 'missing'
  | 'invalid'
  | 'refused'
  | 'server'
  | 'limited'
  | 'quota'
  | 'intercepted'
  | 'unreadable'
  | 'unexpected';

interface ApiErrorParts {
  readonly kind: ApiErrorKind;
  /** The HTTP status, null where there was no answer. */
  readonly status: number | null;
  /** One sentence that says what happened and what to do, without the token. */
  readonly message: string;
  /** `param: details` lines of a 422, or what else the API said, cut to a readable size. */
  readonly details?: readonly string[];
  /** Milliseconds to wait before the next try, clamped to 1 s … 5 min; null when not said. */
  readonly retryAfterMs?: number | null;
  /** The gateway's `x-request-id`, to find the call in its log. */
  readonly requestId?: string | null;
}

/** A failed call to the API. Its text never holds the token. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly status: number | null;
  readonly details: readonly string[];
  readonly retryAfterMs: number | null;
  readonly requestId: string | null;

  constructor(parts: ApiErrorParts) {
    super(parts.message);
    this.kind = parts.kind;
    this.status = parts.status;
    this.details = parts.details ?? [];
    this.retryAfterMs = parts.retryAfterMs ?? null;
    this.requestId = parts.requestId ?? null;
  }

  /** True where the same call may succeed by itself later. */
  get transient(): boolean {
    return TRANSIENT[this.kind];
  }
}

const TRANSIENT: Record<ApiErrorKind, boolean> = {
  offline: true,
  timeout: true,
  unauthorized: false,
  forbidden: false,
  payment: false,
  missing: false,
  invalid: false,
  refused: false,
  server: true,
  limited: true,
  quota: false,
  intercepted: false,
  unreadable: false,
  unexpected: false,
};
