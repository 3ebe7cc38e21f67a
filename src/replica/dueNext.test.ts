import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DueFacts, dueNext, NOTHING_DUE } from './dueNext.ts';

const NOW = 1_000_000;
const proven = { verdict: 'proven', hasty: false, lastAnswers: 4, tries: 0, vain: 0 } as const;

/** A proven list at rest, polled and walked a second ago. */
const calm: DueFacts = {
  now: NOW,
  visible: true,
  watching: false,
  paused: false,
  stopped: false,
  verifying: false,
  halted: false,
  waitUntil: 0,
  wantsPoll: false,
  wantsWalk: false,
  walking: false,
  polling: false,
  firstPage: false,
  walkEndedAt: NOW - 1000,
  polledAt: NOW - 1000,
  active: 0,
  jitter: 0.5,
  sweep: proven,
  newestFirst: true,
  opensAt: NOW,
};
const due = (part: Partial<DueFacts>) => dueNext({ ...calm, ...part });

describe('a list at rest', () => {
  it('is polled in half a minute, walked in five, and wakes for the first of them', () => {
    expect(due({})).toEqual({
      walkAt: NOW + 299_000,
      pollAt: NOW + 29_000,
      wakeAt: NOW + 29_000,
      nextCheckAt: NOW + 29_000,
      everyMs: 30_000,
      pacedUntil: null,
    });
  });

  it('that is paused wakes for nothing, but does what is wanted', () => {
    expect(due({ paused: true })).toEqual(NOTHING_DUE);
    expect(due({ paused: true, wantsPoll: true })).toMatchObject({ pollAt: NOW, walkAt: null });
    expect(due({ paused: true, wantsWalk: true })).toMatchObject({ walkAt: NOW, pollAt: null });
  });
});

describe('a walk', () => {
  it('is due at once where none has ended yet, paused or not, but not once stopped', () => {
    expect(due({ walkEndedAt: null }).walkAt).toBe(NOW);
    expect(due({ walkEndedAt: null, paused: true }).walkAt).toBe(NOW);
    expect(due({ walkEndedAt: null, stopped: true }).walkAt).toBeNull();
    expect(due({ wantsWalk: true, stopped: true }).walkAt).toBeNull();
  });

  it('is due when the sweep says so, and no second one while one is under way', () => {
    const sweep = { ...proven, verdict: 'sought', hasty: true, tries: 1 } as const;
    expect(due({ sweep }).walkAt).toBe(NOW);
    expect(due({ sweep, walking: true }).walkAt).toBeNull();
  });

  it('waits as long as failures ask for, and while a new token is tried', () => {
    expect(due({ wantsWalk: true, waitUntil: NOW + 7000 }).walkAt).toBe(NOW + 7000);
    expect(due({ waitUntil: NOW + 500_000 }).walkAt).toBe(NOW + 500_000);
    expect(due({ wantsWalk: true, verifying: true }).walkAt).toBeNull();
  });
});

describe('a poll', () => {
  it('is due at once when wanted, but not while one or the first page is under way', () => {
    expect(due({ wantsPoll: true }).pollAt).toBe(NOW);
    expect(due({ wantsPoll: true, polling: true }).pollAt).toBeNull();
    expect(due({ wantsPoll: true, firstPage: true }).pollAt).toBeNull();
  });
});

describe('what is told', () => {
  it('after a failure is when it is tried again', () => {
    const waiting = { waitUntil: NOW + 5000, polling: true, walking: true };
    expect(due(waiting)).toMatchObject({ wakeAt: NOW + 5000, nextCheckAt: NOW + 5000 });
  });

  it('after one that no waiting cures is nothing', () => {
    const halted = { halted: true, waitUntil: NOW + 5000, polling: true, walking: true };
    expect(due(halted)).toEqual(NOTHING_DUE);
  });

  it('is when calls may go again, where the budget is spent', () => {
    const spent = { opensAt: NOW + 250, polling: true, walking: true };
    expect(due(spent)).toMatchObject({ wakeAt: NOW + 250, pacedUntil: NOW + 250 });
  });
});

it('never is in the past, and never wakes later than what is due', () => {
  const time = fc.integer({ min: NOW - 1e9, max: NOW + 1e9 });
  const maybe = fc.option(time);
  const facts = fc.record(
    {
      paused: fc.boolean(),
      stopped: fc.boolean(),
      verifying: fc.boolean(),
      halted: fc.boolean(),
      waitUntil: time,
      wantsPoll: fc.boolean(),
      wantsWalk: fc.boolean(),
      walking: fc.boolean(),
      polling: fc.boolean(),
      walkEndedAt: maybe,
      polledAt: maybe,
      active: fc.nat(2),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(facts, (part) => {
      const { walkAt, pollAt, wakeAt } = due(part);
      for (const at of [walkAt, pollAt]) {
        if (at === null) continue;
        expect(at).toBeGreaterThanOrEqual(NOW);
        expect(wakeAt).toBeLessThanOrEqual(at);
      }
    }),
  );
});
