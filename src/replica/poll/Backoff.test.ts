import { beforeEach, describe, expect, it } from 'vitest';
import { fakeError } from '../testing/fakeApi.ts';
import { ReplicaHolds } from './Backoff.ts';

const NOW = 1_000_000;
let holds: ReplicaHolds;

beforeEach(() => {
  holds = new ReplicaHolds(() => 0.5);
});

describe('a failure', () => {
  it('that may pass holds calls back, twice as long each time', () => {
    const waits: number[] = [];
    let now = NOW;
    for (let turn = 0; turn < 4; turn += 1) {
      holds.failed(fakeError('server'), now);
      waits.push(holds.until(now) - now);
      now = holds.until(now);
    }
    expect(waits).toEqual([3750, 7500, 15_000, 30_000]);
    expect(holds.halted).toBe(false);
    expect(holds.error?.kind).toBe('server');
  });

  it('that comes with others from calls in flight together counts once', () => {
    for (let call = 0; call < 4; call += 1) holds.failed(fakeError('offline'), NOW + call);
    expect(holds.until(NOW)).toBe(NOW + 3 + 3750);
    const then = NOW + 3 + 3750;
    holds.failed(fakeError('offline'), then);
    expect(holds.until(then)).toBe(then + 7500);
  });

  it('is waited out for as long as the API asks, if that is longer', () => {
    holds.failed(fakeError('server', 20_000), NOW);
    expect(holds.until(NOW)).toBe(NOW + 20_000);
    const short = new ReplicaHolds(() => 0.5);
    short.failed(fakeError('server', 10), NOW);
    expect(short.until(NOW)).toBe(NOW + 3750);
  });

  it('never shortens a wait that is longer', () => {
    holds.failed(fakeError('server', 60_000), NOW);
    holds.failed(fakeError('server'), NOW + 10);
    expect(holds.until(NOW)).toBe(NOW + 60_000);
  });

  it.each(['forbidden', 'payment', 'missing', 'invalid', 'refused', 'quota'] as const)(
    'that no waiting cures halts until a person goes on: %s',
    (kind) => {
      holds.failed(fakeError(kind), NOW);
      expect(holds.halted).toBe(true);
      expect(holds.until(NOW)).toBeLessThanOrEqual(NOW);
      holds.release();
      expect(holds.halted).toBe(false);
      expect(holds.error?.kind).toBe(kind);
    },
  );

  it.each(['unreadable', 'unexpected', 'offline', 'timeout'] as const)(
    'that may pass does not halt: %s',
    (kind) => {
      holds.failed(fakeError(kind), NOW);
      expect(holds.halted).toBe(false);
      expect(holds.until(NOW)).toBeGreaterThan(NOW);
    },
  );

  it('is over once a call that was sent after it succeeded, and not by one sent before', () => {
    holds.failed(fakeError('server'), NOW);
    holds.succeeded(NOW - 1);
    expect(holds.error?.kind).toBe('server');
    holds.succeeded(NOW);
    expect(holds.error).toBeNull();
    holds.succeeded(-1);
    holds.failed(fakeError('server'), NOW + 10_000);
    expect(holds.until(NOW + 10_000)).toBe(NOW + 13_750);
  });

  it('holds nothing back for ever by a clock that was set back', () => {
    holds.failed(fakeError('server', 30_000), NOW);
    holds.limited(fakeError('limited', 30_000), NOW);
    const back = NOW - 365 * 24 * 3_600_000;
    expect(holds.until(back)).toBe(back);
  });

  it('still holds back by a clock that was set back a little', () => {
    holds.failed(fakeError('server', 30_000), NOW);
    expect(holds.until(NOW - 6 * 60_000 + 30_000)).toBe(NOW + 30_000);
    expect(holds.until(NOW - 6 * 60_000 + 29_999)).toBe(NOW - 6 * 60_000 + 29_999);
  });
});

describe('a limit of requests', () => {
  it('is waited out, and is news once', () => {
    expect(holds.limited(fakeError('limited', 60_000), NOW)).toBe(true);
    expect(holds.limited(fakeError('limited', 30_000), NOW + 10)).toBe(false);
    expect(holds.until(NOW)).toBe(NOW + 60_000);
    expect(holds.error?.kind).toBe('limited');
    expect(holds.limited(fakeError('limited', 1000), NOW + 60_000)).toBe(true);
  });

  it('without a time is waited out as a failure is', () => {
    holds.limited(fakeError('limited'), NOW);
    expect(holds.until(NOW)).toBe(NOW + 3750);
  });

  it('is waited out whatever a person asks, and gone with another token', () => {
    holds.limited(fakeError('limited', 60_000), NOW);
    holds.failed(fakeError('server', 90_000), NOW);
    holds.release();
    expect(holds.until(NOW)).toBe(NOW + 60_000);
    holds.clear();
    expect(holds.until(NOW)).toBe(0);
    expect(holds.error).toBeNull();
  });

  it('is over with a call that was sent after it', () => {
    holds.limited(fakeError('limited', 10), NOW);
    holds.succeeded(NOW - 1);
    expect(holds.error?.kind).toBe('limited');
    holds.succeeded(NOW + 1);
    expect(holds.error).toBeNull();
  });
});

it('takes a breath after a call that was called off', () => {
  holds.interrupted(NOW);
  expect(holds.until(NOW)).toBe(NOW + 1000);
  expect(holds.error).toBeNull();
  holds.failed(fakeError('server', 20_000), NOW);
  holds.interrupted(NOW);
  expect(holds.until(NOW)).toBe(NOW + 20_000);
});

it('keeps the refusal of a token as the error that stands, and forgets it with another token', () => {
  holds.refused(fakeError('unauthorized'));
  expect(holds.error?.kind).toBe('unauthorized');
  expect(holds.halted).toBe(false);
  holds.clear();
  expect(holds.error).toBeNull();
});

it('counts failures from one again with another token', () => {
  holds.failed(fakeError('server'), NOW);
  holds.failed(fakeError('server'), NOW + 10_000);
  holds.clear();
  holds.failed(fakeError('server'), NOW + 20_000);
  expect(holds.until(NOW + 20_000)).toBe(NOW + 23_750);
});
