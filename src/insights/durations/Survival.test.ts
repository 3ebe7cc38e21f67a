import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantile } from '../quantiles.ts';
import { Survival } from './Survival.ts';

const completed = (...all: number[]) => all.map((ms) => ({ ms, completed: true }));
const cut = (...all: number[]) => all.map((ms) => ({ ms, completed: false }));

it('has the quartiles of plain numbers when all completed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }), (all) => {
      const survival = new Survival(completed(...all));
      const sorted = all.toSorted((a, b) => a - b);
      for (const share of [0.25, 0.5, 0.75]) {
        expect(survival.quantile(share)).toBeCloseTo(quantile(sorted, share), 3);
      }
    }),
  );
});

it('counts builds that still run as longer than they have run', () => {
  const naive = new Survival(completed(10, 20, 30, 40));
  const honest = new Survival([...completed(10, 20, 30, 40), ...cut(35, 35, 35, 35)]);
  expect(honest.quantile(0.5) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(
    naive.quantile(0.5) ?? Number.NaN,
  );
  expect(new Survival([...completed(10), ...cut(50, 50, 50)]).quantile(0.5)).toBeNull();
});

it('falls from 1, never rises, and turns its quantiles back', () => {
  const observed = fc.array(
    fc.record({ ms: fc.integer({ min: 1, max: 1000 }), completed: fc.boolean() }),
  );
  fc.assert(
    fc.property(observed, fc.integer({ min: 0, max: 1100 }), fc.nat(200), (all, ms, more) => {
      const survival = new Survival(all);
      expect(survival.at(0)).toBe(1);
      expect(survival.at(ms + more)).toBeLessThanOrEqual(survival.at(ms));
      const median = survival.quantile(0.5);
      if (median !== null) expect(survival.at(median)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
  );
});
