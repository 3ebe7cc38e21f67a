import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPoll, type PollFacts, QUICK_MS, QUIET_MS, UNSEEN_MS, worthAPoll } from './nextPoll.ts';

const NOW = 1_000_000;
const calm: PollFacts = {
  now: NOW,
  visible: true,
  watching: false,
  paused: false,
  halted: false,
  wanted: false,
  polledAt: NOW - 1000,
  active: 0,
  waitUntil: 0,
  jitter: 0.5,
};

describe('the next poll', () => {
  it('is quick while builds are active and quiet otherwise', () => {
    expect(nextPoll(calm)).toEqual({ at: NOW - 1000 + QUIET_MS, everyMs: QUIET_MS });
    expect(nextPoll({ ...calm, active: 1 })).toEqual({
      at: NOW - 1000 + QUICK_MS,
      everyMs: QUICK_MS,
    });
  });

  it('comes once a minute while nobody sees the page and something is watched', () => {
    const unseen = { ...calm, visible: false, watching: true, active: 3, jitter: 0.9 };
    expect(nextPoll(unseen)).toEqual({ at: NOW - 1000 + UNSEEN_MS, everyMs: UNSEEN_MS });
    expect(nextPoll({ ...unseen, paused: true }).at).toBeNull();
  });

  it('never comes while hidden, halted or paused, but on request while paused', () => {
    for (const part of [{ visible: false }, { halted: true }, { paused: true }]) {
      expect(nextPoll({ ...calm, ...part })).toEqual({ at: null, everyMs: null });
    }
    expect(nextPoll({ ...calm, paused: true, wanted: true }).at).toBe(NOW);
    expect(nextPoll({ ...calm, visible: false, wanted: true }).at).toBeNull();
  });

  it('comes at once when wanted or overdue, but never before what failures hold back', () => {
    expect(nextPoll({ ...calm, wanted: true }).at).toBe(NOW);
    expect(nextPoll({ ...calm, polledAt: null }).at).toBe(NOW);
    expect(nextPoll({ ...calm, polledAt: NOW - 8 * 3_600_000 }).at).toBe(NOW);
    expect(nextPoll({ ...calm, wanted: true, waitUntil: NOW + 7000 }).at).toBe(NOW + 7000);
  });

  it('is spread by a tenth, never past, never far beyond its pace', () => {
    const facts = fc.record({
      polledAt: fc.integer({ min: -1e9, max: 1e12 }),
      jitter: fc.double({ min: 0, max: 0.999, noNaN: true }),
      active: fc.nat(3),
    });
    fc.assert(
      fc.property(facts, (part) => {
        const { at, everyMs } = nextPoll({ ...calm, ...part });
        expect(at).toBeGreaterThanOrEqual(NOW);
        expect(at).toBeLessThanOrEqual(NOW + (everyMs ?? 0) * 1.1);
      }),
    );
  });

  it('is worth it on return, unless the last one was just now', () => {
    expect(worthAPoll(null, NOW)).toBe(true);
    expect(worthAPoll(NOW - 1000, NOW)).toBe(false);
    expect(worthAPoll(NOW - 2000, NOW)).toBe(true);
    expect(worthAPoll(NOW + 1e9, NOW)).toBe(true);
  });
});
