import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorKind } from './ApiError.ts';
import { retryDelay, shouldRetry } from './retry.ts';

const fail = (kind: ApiErrorKind, retryAfterMs: number | null = null) =>
  new ApiError({ kind, status: null, message: kind, retryAfterMs });

/** How many times a call that always fails so is tried again. */
function retries(error: unknown): number {
  let count = 0;
  while (count < 100 && shouldRetry(count, error)) count += 1;
  return count;
}

describe('shouldRetry', () => {
  it.each<[ApiErrorKind, number]>([
    ['offline', 2],
    ['timeout', 0],
    ['server', 2],
    ['limited', 5],
    ['quota', 0],
    ['unauthorized', 0],
    ['forbidden', 0],
    ['payment', 0],
    ['missing', 0],
    ['invalid', 0],
    ['refused', 0],
    ['unreadable', 0],
    ['unexpected', 0],
  ])('retries %s %d times', (kind, count) => {
    expect(retries(fail(kind))).toBe(count);
  });

  it('does not wait long in silence for a failing server, but does for a limit', () => {
    expect(retries(fail('server', 8000))).toBe(2);
    expect(retries(fail('server', 8001))).toBe(0);
    expect(retries(fail('server', 120_000))).toBe(0);
    expect(retries(fail('limited', 120_000))).toBe(5);
  });

  it.each([new Error('x'), 'x', null, undefined, { transient: true }])(
    'leaves %s alone',
    (other) => {
      expect(retries(other)).toBe(0);
    },
  );
});

describe('retryDelay', () => {
  it('waits as long as the API asked', () => {
    expect(retryDelay(4, fail('limited', 42_000), () => 0.5)).toBe(42_000);
  });

  it.each([
    [0, 500],
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [4, 8000],
    [5, 8000],
    [60, 8000],
  ])('spreads try %d over %d ms', (count, most) => {
    expect(retryDelay(count, fail('server'), () => 0)).toBe(0);
    expect(retryDelay(count, fail('server'), () => 0.5)).toBe(most / 2);
    expect(retryDelay(count, fail('server'), () => 0.999_999)).toBe(most - 1);
  });

  it('is never more than the cap, by chance of its own', () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        const ms = retryDelay(count, new Error('x'));
        expect(ms >= 0 && ms <= 8000).toBe(true);
      }),
    );
  });
});
