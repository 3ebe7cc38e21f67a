import { beforeEach, describe, expect, it } from 'vitest';
import { fakeError } from '../testing/fakeApi.ts';
import { Backoff, backOffMs } from './Backoff.ts';

const NOW = 1_000_000;
let backoff: Backoff;

beforeEach(() => {
  backoff = new Backoff(() => 0.5);
});

describe('a failure', () => {
  it('that may pass makes calls wait, twice as long each time', () => {
    const waits: number[] = [];
    let now = NOW;
    for (let turn = 0; turn < 4; turn += 1) {
      backoff.failed(fakeError('server'), now);
      waits.push(backoff.until(now) - now);
      now = backoff.until(now);
    }
    expect(waits).toEqual([3750, 7500, 15_000, 30_000]);
    expect(backoff.halted).toBe(false);
    expect(backoff.error?.kind).toBe('server');
  });

  it('that comes with others from calls in flight together counts once', () => {
    for (let call = 0; call < 4; call += 1) backoff.failed(fakeError('offline'), NOW + call);
    expect(backoff.until(NOW)).toBe(NOW + 3 + 3750);
    const then = NOW + 3 + 3750;
    backoff.failed(fakeError('offline'), then);
    expect(backoff.until(then)).toBe(then + 7500);
  });

  it('is waited out for as long as the API asks, if that is longer', () => {
    backoff.failed(fakeError('server', 20_000), NOW);
    expect(backoff.until(NOW)).toBe(NOW + 20_000);
    const short = new Backoff(() => 0.5);
    short.failed(fakeError('server', 10), NOW);
    expect(short.until(NOW)).toBe(NOW + 3750);
  });

  it('never shortens a wait that is longer', () => {
    backoff.failed(fakeError('server', 60_000), NOW);
    backoff.failed(fakeError('server'), NOW + 10);
    expect(backoff.until(NOW)).toBe(NOW + 60_000);
  });

  it.each(['forbidden', 'payment', 'missing', 'invalid', 'refused', 'quota'] as const)(
    'that no waiting cures halts until a person goes on: %s',
    (kind) => {
      backoff.failed(fakeError(kind), NOW);
      expect(backoff.halted).toBe(true);
      expect(backoff.until(NOW)).toBeLessThanOrEqual(NOW);
      backoff.release();
      expect(backoff.halted).toBe(false);
      expect(backoff.error?.kind).toBe(kind);
    },
  );

  it.each(['unreadable', 'unexpected', 'offline', 'timeout'] as const)(
    'that may pass does not halt: %s',
    (kind) => {
      backoff.failed(fakeError(kind), NOW);
      expect(backoff.halted).toBe(false);
      expect(backoff.until(NOW)).toBeGreaterThan(NOW);
    },
  );

  it('is over once a call that was sent after it succeeded, and not by one sent before', () => {
    backoff.failed(fakeError('server'), NOW);
    backoff.succeeded(NOW - 1);
    expect(backoff.error?.kind).toBe('server');
    backoff.succeeded(NOW);
    expect(backoff.error).toBeNull();
    backoff.succeeded(-1);
    backoff.failed(fakeError('server'), NOW + 10_000);
    expect(backoff.until(NOW + 10_000)).toBe(NOW + 13_750);
  });

  it('makes nothing wait for ever by a clock that was set back', () => {
    backoff.failed(fakeError('server', 30_000), NOW);
    backoff.limited(fakeError('limited', 30_000), NOW);
    const back = NOW - 365 * 24 * 3_600_000;
    expect(backoff.until(back)).toBe(back);
  });

  it('still waits by a clock that was set back a little', () => {
    backoff.failed(fakeError('server', 30_000), NOW);
    expect(backoff.until(NOW - 6 * 60_000 + 30_000)).toBe(NOW + 30_000);
    expect(backoff.until(NOW - 6 * 60_000 + 29_999)).toBe(NOW - 6 * 60_000 + 29_999);
  });
});

describe('a limit of requests', () => {
  it('is waited out, and is news once', () => {
    expect(backoff.limited(fakeError('limited', 60_000), NOW)).toBe(true);
    expect(backoff.limited(fakeError('limited', 30_000), NOW + 10)).toBe(false);
    expect(backoff.until(NOW)).toBe(NOW + 60_000);
    expect(backoff.error?.kind).toBe('limited');
    expect(backoff.limited(fakeError('limited', 1000), NOW + 60_000)).toBe(true);
  });

  it('without a time is waited out as a failure is', () => {
    backoff.limited(fakeError('limited'), NOW);
    expect(backoff.until(NOW)).toBe(NOW + 3750);
  });

  it('is waited out whatever a person asks, and gone with another token', () => {
    backoff.limited(fakeError('limited', 60_000), NOW);
    backoff.failed(fakeError('server', 90_000), NOW);
    backoff.release();
    expect(backoff.until(NOW)).toBe(NOW + 60_000);
    backoff.clear();
    expect(backoff.until(NOW)).toBe(0);
    expect(backoff.error).toBeNull();
  });

  it('is over with a call that was sent after it', () => {
    backoff.limited(fakeError('limited', 10), NOW);
    backoff.succeeded(NOW - 1);
    expect(backoff.error?.kind).toBe('limited');
    backoff.succeeded(NOW + 1);
    expect(backoff.error).toBeNull();
  });
});

it('takes a breath after a call that was called off', () => {
  backoff.interrupted(NOW);
  expect(backoff.until(NOW)).toBe(NOW + 1000);
  expect(backoff.error).toBeNull();
  backoff.failed(fakeError('server', 20_000), NOW);
  backoff.interrupted(NOW);
  expect(backoff.until(NOW)).toBe(NOW + 20_000);
});

it('keeps the refusal of a token as the error that stands, and forgets it with another token', () => {
  backoff.refused(fakeError('unauthorized'));
  expect(backoff.error?.kind).toBe('unauthorized');
  expect(backoff.halted).toBe(false);
  backoff.clear();
  expect(backoff.error).toBeNull();
});

it('counts failures from one again with another token', () => {
  backoff.failed(fakeError('server'), NOW);
  backoff.failed(fakeError('server'), NOW + 10_000);
  backoff.clear();
  backoff.failed(fakeError('server'), NOW + 20_000);
  expect(backoff.until(NOW + 20_000)).toBe(NOW + 23_750);
});

it('backs off further with each failure, by half at least, to five minutes', () => {
  expect([1, 2, 3].map((failures) => backOffMs(failures, 0))).toEqual([2500, 5000, 10_000]);
  expect(backOffMs(1, 0.999)).toBeLessThanOrEqual(5000);
  expect(backOffMs(50, 0.999)).toBeLessThanOrEqual(300_000);
});
