import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantile, spreadOf } from './quantiles.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1);

it('says a median from 5 and a 95th percentile from 20, the largest below', () => {
  expect(spreadOf(upTo(4))).toMatchObject({ median: null, p95: null, largest: 4 });
  expect(spreadOf(upTo(5))).toMatchObject({ median: 3, lowerQuartile: 1.5, upperQuartile: 4.5 });
  expect(spreadOf(upTo(19))).toMatchObject({ p95: null, largest: 19 });
  expect(spreadOf(upTo(20)).p95).toBeCloseTo(19.95);
  expect(spreadOf([])).toMatchObject({ count: 0, median: null, largest: null });
});

it('stays within the values and never falls', () => {
  const sorted = fc.array(fc.integer(), { minLength: 1 }).map((all) => all.sort((a, b) => a - b));
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(sorted, share, share, (values, a, b) => {
      const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(values[0] ?? 0);
      expect(high).toBeLessThanOrEqual(values.at(-1) ?? 0);
    }),
  );
});
