import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import {
  CATCH_UP_MS,
  decideWatch,
  NEW_MEMORY,
  NO_ENDINGS,
  NOTICE_EVERY_MS,
  sumEndings,
  type WatchLook,
  type WatchMemory,
  type WatchNotice,
} from './decideWatch.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 26);
const failed = (count: number) => ({ ...NO_ENDINGS, failed: count });

/** A page that is loaded and has looked once. */
const awake: WatchMemory = { ...NEW_MEMORY, lookedAt: START, catchingUp: false };

/** Looks one after the other; what was told, and when. */
function tell(memory: WatchMemory, looks: readonly (Partial<WatchLook> & { now: number })[]) {
  const told: { at: number; notice: WatchNotice }[] = [];
  let next = memory;
  let again: number | null = null;
  for (const part of looks) {
    const decided = decideWatch(next, { settled: true, endings: NO_ENDINGS, lines: [], ...part });
    next = decided.memory;
    again = decided.againAt;
    if (decided.notice) told.push({ at: part.now, notice: decided.notice });
  }
  return { told, memory: next, again };
}

describe('what is told', () => {
  it('is told at once, then gathered for 30 s', () => {
    const { told, again } = tell(awake, [
      { now: START + 1000, endings: failed(1) },
      { now: START + 2000, endings: failed(2) },
      { now: START + 9000, endings: failed(3), lines: ['a push'] },
    ]);
    expect(told).toEqual([
      { at: START + 1000, notice: { endings: failed(1), lines: [], digest: false } },
    ]);
    expect(again).toBe(START + 1000 + NOTICE_EVERY_MS);
  });

  it('comes when the 30 s are over, all of it', () => {
    const { told, memory } = tell(awake, [
      { now: START + 1000, endings: failed(1) },
      { now: START + 2000, endings: failed(2) },
      { now: START + 31_000 },
    ]);
    expect(told.map(({ notice }) => notice.endings.failed)).toEqual([1, 2]);
    expect(memory.waiting.endings).toEqual(NO_ENDINGS);
  });

  it('is one notification for a burst of 1,000', () => {
    const burst = Array.from({ length: 1000 }, (_, at) => ({
      now: START + 1000 + at * 29,
      endings: failed(1),
    }));
    expect(tell(awake, burst).told).toHaveLength(1);
    const atOnce = tell(awake, [{ now: START + 1000, endings: failed(1000) }]).told;
    expect(atOnce.map(({ notice }) => notice.endings.failed)).toEqual([1000]);
  });

  it('is one digest after a sleep of 8 h, once all is caught up with', () => {
    const woken = START + 8 * HOUR;
    const { told } = tell(awake, [
      { now: woken, endings: failed(3), settled: false },
      { now: woken + 4000, endings: failed(4), settled: false, lines: ['a push ended'] },
      { now: woken + 40_000, endings: failed(5) },
      { now: woken + 41_000 },
    ]);
    expect(told).toEqual([
      {
        at: woken + 40_000,
        notice: { endings: failed(12), lines: ['a push ended'], digest: true },
      },
    ]);
  });

  it('is a digest after a load, and nothing where nothing happened', () => {
    const { told } = tell(NEW_MEMORY, [
      { now: START, settled: false },
      { now: START + 1000, endings: failed(2) },
    ]);
    expect(told.map(({ notice }) => notice.digest)).toEqual([true]);
    expect(tell(NEW_MEMORY, [{ now: START }]).told).toEqual([]);
  });

  it('is told by a clock that was set back', () => {
    const { told } = tell(awake, [
      { now: START + HOUR, settled: true, endings: failed(1) },
      { now: START, endings: failed(1) },
    ]);
    expect(told).toHaveLength(2);
  });

  const looks = fc.array(
    fc.record({
      after: fc.oneof(fc.nat(2000), fc.nat(60_000), fc.nat(9 * HOUR)),
      settled: fc.boolean(),
      endings: fc.record({ finished: fc.nat(5), failed: fc.nat(5), cancelled: fc.nat(5) }),
      lines: fc.array(fc.string(), { maxLength: 2 }),
    }),
    { maxLength: 60 },
  );

  it('is never more than one notice in 30 s, and loses and doubles nothing', () => {
    fc.assert(
      fc.property(looks, (parts) => {
        let now = START;
        const timed = parts.map(({ after, ...part }) => {
          now += after;
          return { now, ...part };
        });
        const { told, memory } = tell(awake, timed);
        for (const [at, one] of told.entries()) {
          const before = told[at - 1];
          if (before) expect(one.at - before.at).toBeGreaterThanOrEqual(NOTICE_EVERY_MS);
        }
        const sum = [...told.map(({ notice }) => notice), memory.waiting]
          .map(({ endings }) => endings)
          .reduce(sumEndings, NO_ENDINGS);
        expect(sum).toEqual(timed.map(({ endings }) => endings).reduce(sumEndings, NO_ENDINGS));
        const lines = [...told.flatMap(({ notice }) => notice.lines), ...memory.waiting.lines];
        expect(lines).toEqual(timed.flatMap((look) => look.lines));
      }),
      { numRuns: runs(300) },
    );
  });

  it('is a digest whenever nobody looked for over 5 min', () => {
    fc.assert(
      fc.property(fc.integer({ min: CATCH_UP_MS + 1, max: 20 * HOUR }), (away) => {
        const { told } = tell(awake, [{ now: START + away, endings: failed(1) }]);
        expect(told.map(({ notice }) => notice.digest)).toEqual([true]);
      }),
      { numRuns: runs(50) },
    );
  });
});
