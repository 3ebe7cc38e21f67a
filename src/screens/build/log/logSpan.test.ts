import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  earlierSpan,
  foldedSpan,
  isFoldable,
  laterSpan,
  MOST_IN_LINE,
  unfoldedSpan,
} from './logSpan.ts';

const linesOf = (count: number, length: number) => ({ count, lengthOf: () => length });

describe('what is seen of a log', () => {
  it('is all of a short one', () => {
    expect(isFoldable(linesOf(12, 80))).toBe(false);
    expect(isFoldable(linesOf(13, 1))).toBe(true);
    expect(isFoldable(linesOf(2, 2001))).toBe(true);
    expect(unfoldedSpan(linesOf(51, 80), 50)).toEqual({ from: 0, to: 51 });
    expect(unfoldedSpan(linesOf(2000, 80), 1999)).toEqual({ from: 0, to: 2000 });
  });

  it('is a few lines around the one that matters while it is folded', () => {
    expect(foldedSpan(linesOf(51, 80), 30)).toEqual({ from: 26, to: 38 });
    expect(foldedSpan(linesOf(51, 80), 50)).toEqual({ from: 39, to: 51 });
    expect(foldedSpan(linesOf(51, 80), 0)).toEqual({ from: 0, to: 12 });
    expect(foldedSpan(linesOf(51, 80), 30, true)).toEqual({ from: 28, to: 34 });
    expect(foldedSpan(linesOf(3, 5000), 2)).toEqual({ from: 0, to: 3 });
  });

  it('holds the line, and never more than a browser lays out in one go', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.nat({ max: 3000 }));
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 0.999, noNaN: true }), ([count, length], at) => {
        const lines = linesOf(count, length);
        const line = Math.floor(at * count);
        const { from, to } = unfoldedSpan(lines, line);
        expect(from).toBeLessThanOrEqual(line);
        expect(to).toBeGreaterThan(line);
        expect(to).toBeLessThanOrEqual(count);
        expect(to - from).toBeLessThanOrEqual(3001);
        expect((to - from) * length).toBeLessThanOrEqual(300_000 + MOST_IN_LINE);
      }),
    );
  });

  it('goes on, both ways, to the whole of it', () => {
    const lines = linesOf(9000, 400);
    let span = unfoldedSpan(lines, 4000);
    for (let steps = 0; steps < 100 && span.to < lines.count; steps += 1) {
      span = laterSpan(lines, span);
    }
    for (let steps = 0; steps < 100 && span.from > 0; steps += 1) span = earlierSpan(lines, span);
    expect(span).toEqual({ from: 0, to: 9000 });
  });
});
