import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import {
  budgetOpensAt,
  easeBudget,
  FULL_BUDGET,
  type RateBudget,
  spendBudget,
  tightenBudget,
} from './rateBudget.ts';

/** Sends as fast as the budget lets, and says when. */
function sendAll(start: RateBudget, count: number, from: number): number[] {
  let budget = start;
  let now = from;
  return Array.from({ length: count }, () => {
    now = budgetOpensAt(budget, now);
    budget = spendBudget(budget, now);
    return now;
  });
}

function busiestMinute(times: readonly number[]): number {
  return Math.max(...times.map((at) => times.filter((t) => t >= at && t < at + 60_000).length));
}

it('lets a load of 101 calls out at once', () => {
  expect(new Set(sendAll(FULL_BUDGET, 101, 5000))).toEqual(new Set([5000]));
});

it('never lets more than 240 calls out in any minute, and uses nearly all of them', () => {
  const times = sendAll(FULL_BUDGET, 1000, 0);
  expect(busiestMinute(times)).toBe(240);
  expect(times.at(-1)).toBeLessThan(5 * 60_000);
});

it('holds whatever the gaps between calls', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4000), { minLength: 250, maxLength: 500 }), (gaps) => {
      let budget = FULL_BUDGET;
      let now = 0;
      const times = gaps.map((gap) => {
        now = budgetOpensAt(budget, now + (gap < 3900 ? 0 : gap));
        budget = spendBudget(budget, now);
        return now;
      });
      expect(busiestMinute(times)).toBeLessThanOrEqual(240);
    }),
    { numRuns: runs(30) },
  );
});

it('halves after a 429, down to a floor, and eases after long quiet', () => {
  let budget = tightenBudget(FULL_BUDGET, 0);
  expect(budget.perMinute).toBe(120);
  expect(busiestMinute(sendAll(budget, 200, 0))).toBe(120);
  for (let times = 0; times < 9; times += 1) budget = tightenBudget(budget, 0);
  expect(budget.perMinute).toBe(15);
  expect(easeBudget(budget, 299_999)).toBe(budget);
  for (let minutes = 5; minutes <= 25; minutes += 5) budget = easeBudget(budget, minutes * 60_000);
  expect(budget).toMatchObject({ perMinute: 240, tightenedAt: null });
  expect(easeBudget(budget, 1e9)).toBe(budget);
});

it('does not wait for years when the clock was set back', () => {
  let budget = FULL_BUDGET;
  for (let call = 0; call < 240; call += 1) budget = spendBudget(budget, 1e12);
  expect(budgetOpensAt(budget, 0)).toBeLessThanOrEqual(60_000);
});
