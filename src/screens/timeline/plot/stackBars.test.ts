import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KINDS, totalIn } from '../model/kinds.ts';
import { mostIn, partHeights, stackBars, stepLine } from './stackBars.ts';

const counts = fc
  .array(fc.array(fc.oneof(fc.nat(3), fc.nat(100_000)), { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((buckets) => KINDS.map((_, kind) => Uint32Array.from(buckets, (all) => all[kind] ?? 0)));

it('draws what there is at least so high that it is seen, and no bar beyond the top', () => {
  fc.assert(
    fc.property(counts, (byKind) => {
      const most = mostIn(byKind);
      for (let bucket = 0; bucket < (byKind[0]?.length ?? 0); bucket += 1) {
        const heights = partHeights(byKind, bucket, Math.max(most, 1));
        const sum = heights.reduce((total, height) => total + height, 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
        expect(sum === 0).toBe(totalIn(byKind, bucket) === 0);
        KINDS.forEach(({ kind }, at) => {
          const there = (byKind[kind]?.[bucket] ?? 0) > 0;
          expect((heights[at] ?? 0) >= 0.0199).toBe(there);
        });
      }
    }),
  );
});

it('stands what failed on the ground', () => {
  const byKind = KINDS.map(() => new Uint32Array(1));
  byKind[3]?.set([1]);
  byKind[2]?.set([3]);
  const [failed, completed, cancelled] = stackBars(byKind);
  expect(failed).toBe('M0.75 75h8.5v25h-8.5z');
  expect(completed).toBe('M0.75 0h8.5v75h-8.5z');
  expect(cancelled).toBe('');
  expect(stackBars(KINDS.map(() => new Uint32Array(3)))).toEqual(['', '', '', '', '']);
});

it('draws a line of steps', () => {
  expect(stepLine([1, 2], 2)).toBe('M0 50H10L10 0H20');
  expect(stepLine([], 0)).toBe('');
});
