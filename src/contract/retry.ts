import { ApiError } from './ApiError.ts';

const MOST_RETRIES = 2;
/** A limit passes by itself, so it is waited for longer than a failure is. */
const MOST_RETRIES_LIMITED = 5;
const BASE_MS = 500;
const CAP_MS = 8000;

/**
 * React Query's `retry`: whether to try again after the `failureCount + 1`-th failure in a row
 * (React Query counts from 0). Two retries for failures that may pass by themselves, five for a
 * rate limit, none for a timeout and the rest. A failing server that asks for a longer wait than our own longest
 * is not waited for in silence: the failure is shown, and the next poll tries again.
 */
export function shouldRetry(failureCount: number, error: unknown): boolean {
  if (!(error instanceof ApiError) || !error.transient) return false;
  // 35 s have been waited for already: that is said, and the next poll tries again.
  if (error.kind === 'timeout') return false;
  if (error.kind !== 'limited' && (error.retryAfterMs ?? 0) > CAP_MS) return false;
  return failureCount < (error.kind === 'limited' ? MOST_RETRIES_LIMITED : MOST_RETRIES);
}

/**
 * React Query's `retryDelay`, in milliseconds: what the API asked for, else full jitter over an
 * exponential back-off (base 500 ms, cap 8 s). `random` is in [0, 1).
 */
export function retryDelay(failureCount: number, error: unknown, random = Math.random): number {
  if (error instanceof ApiError && error.retryAfterMs !== null) return error.retryAfterMs;
  return Math.floor(random() * Math.min(CAP_MS, BASE_MS * 2 ** failureCount));
}
