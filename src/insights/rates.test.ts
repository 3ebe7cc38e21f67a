import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareBest, compareWorst, intervalWords, rateWords, wilson } from './rates.ts';

const of = (completed: number, failed: number) => ({ completed, failed });

it('says few outcomes as a count, without per cent (row 17)', () => {
  expect(rateWords(of(4, 1))).toBe('4 of 5');
  expect(rateWords(of(0, 0))).toBe('–');
  expect(rateWords(of(9, 0))).toBe('9 of 9');
});

it('says 3 of 3 with a lower bound of 43.850 % (row 18)', () => {
  expect((wilson(of(3, 0)).low * 100).toFixed(3)).toBe('43.850');
  expect(wilson(of(3, 0)).high).toBe(1);
  expect(rateWords(of(3, 0))).toBe('3 of 3');
  expect(intervalWords(of(3, 0))).toBe('95 % sure: between 44 % and 100 %');
});

it('says many in per cent with their number, and 100 only when none failed', () => {
  expect(rateWords(of(5, 5))).toBe('50 % of 10');
  expect(rateWords(of(1999, 1))).toBe('99 % of 2,000');
  expect(rateWords(of(1, 1999))).toBe('1 % of 2,000');
  expect(rateWords(of(2000, 0))).toBe('100 % of 2,000');
  expect(rateWords(of(0, 2000))).toBe('0 % of 2,000');
});

it('ranks by what is likely: much evidence before little', () => {
  const [lucky, proven, doomed] = [of(3, 0), of(99, 1), of(0, 40)];
  expect([lucky, doomed, proven].sort(compareBest)).toEqual([proven, lucky, doomed]);
  expect([lucky, doomed, proven].sort(compareWorst)[0]).toEqual(doomed);
});

it('holds the share within its interval', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (completed, failed) => {
      fc.pre(completed + failed > 0);
      const { low, high } = wilson({ completed, failed });
      const share = completed / (completed + failed);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(share).toBeGreaterThanOrEqual(low - 1e-12);
      expect(share).toBeLessThanOrEqual(high + 1e-12);
    }),
  );
});
