import type { ApiRequest } from '../door/apiRequest.ts';

/** How long and how much the upstream may take. Milliseconds and bytes. */
export interface UpstreamLimits {
  /** To be connected, TLS included. */
  readonly connectMs: number;
  /** From then until the answer's headers are whole. */
  readonly firstByteMs: number;
  /** For the whole call. */
  readonly totalMs: number;
  readonly bodyBytes: number;
}

export const UPSTREAM_LIMITS: UpstreamLimits = {
  connectMs: 5_000,
  firstByteMs: 30_000,
  totalMs: 60_000,
  bodyBytes: 32 * 1024 * 1024,
};

export interface UpstreamCall {
  /** The address of the API, without a slash at the end of its path. */
  readonly origin: URL;
  /** The proxy on the way to it. */
  readonly proxy: URL | null;
  readonly request: ApiRequest;
  readonly requestId: string;
  readonly limits: UpstreamLimits;
  /** Aborted when the client leaves. */
  readonly signal: AbortSignal;
}
