import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realFor, type ScrollPoint, shownFor, shownHeight } from './scrollMap.ts';

const ROOM = 600;
/** Lists of up to ten million rows, as high as they are, in browsers of any greatest height. */
const ranges = fc
  .record({
    rows: fc.integer({ min: 100, max: 10_000_000 }),
    highest: fc.integer({ min: 20_000, max: 15_000_000 }),
  })
  .map(({ rows, highest }): ScrollPoint => {
    const height = rows * 32;
    return { real: height - ROOM, shown: Math.min(height, highest) - ROOM };
  });
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const placed = fc
  .record({ range: ranges, at: shares })
  .map(({ range, at }) => ({ range, anchor: anchorAt(at * range.real, range) }));

function anchorAt(real: number, range: ScrollPoint): ScrollPoint {
  return { real, shown: shownFor(real, range) };
}

describe('a list higher than the browser', () => {
  it('reaches both ends from wherever one reads', () => {
    fc.assert(
      fc.property(placed, ({ range, anchor }) => {
        expect(realFor(0, anchor, range)).toBe(0);
        expect(realFor(range.shown, anchor, range)).toBe(range.real);
        expect(shownFor(0, range)).toBe(0);
        expect(shownFor(range.real, range)).toBeCloseTo(range.shown, 5);
      }),
    );
  });

  it('moves a pixel for a pixel near where one reads', () => {
    fc.assert(
      fc.property(placed, fc.integer({ min: -2000, max: 2000 }), ({ range, anchor }, most) => {
        const way = most * Math.min(1, range.shown / 128_000);
        const to = anchor.shown + way;
        if (to < 1 || to > range.shown - 2) return;
        const moved = realFor(to, anchor, range) - anchor.real;
        expect(moved).toBeCloseTo(way, 4);
      }),
    );
  });

  it('never goes back as the browser goes on', () => {
    fc.assert(
      fc.property(placed, shares, shares, ({ range, anchor }, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const from = realFor(low * range.shown, anchor, range);
        const to = realFor(high * range.shown, anchor, range);
        expect(to).toBeGreaterThanOrEqual(from - 1e-3);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(range.real + 1e-3);
      }),
    );
  });

  it('can be scrolled to every pixel, and says it is there', () => {
    fc.assert(
      fc.property(placed, shares, ({ range }, share) => {
        const real = share * range.real;
        const anchor = anchorAt(real, range);
        expect(anchor.shown).toBeGreaterThanOrEqual(0);
        expect(anchor.shown).toBeLessThanOrEqual(range.shown + 1e-3);
        if (anchor.shown > 0 && anchor.shown < range.shown - 1) {
          expect(realFor(anchor.shown, anchor, range)).toBeCloseTo(real, 5);
        }
      }),
    );
  });
});

it('scrolls a list as it is where the browser can draw it whole', () => {
  const range = { real: 5_000, shown: 5_000 };
  expect(shownFor(1234.5, range)).toBe(1234.5);
  expect(realFor(1234.5, { real: 0, shown: 0 }, range)).toBe(1234.5);
});

it('is never higher than a browser draws, also when the page is enlarged', () => {
  expect(shownHeight(32_000, 1)).toBe(32_000);
  expect(shownHeight(32_000_000, 1)).toBe(15_000_000);
  expect(shownHeight(32_000_000, 3)).toBe(5_000_000);
  expect(shownHeight(32_000_000, 0.5)).toBe(15_000_000);
});
