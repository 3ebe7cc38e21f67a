import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placePopover } from './placePopover.ts';

const view = { width: 800, height: 600 };

it('goes below its anchor where there is room', () => {
  const anchor = { left: 100, top: 50, width: 80, height: 30 };
  expect(placePopover(anchor, { width: 200, height: 100 }, view)).toEqual({ left: 100, top: 84 });
});

it('goes above where there is no room below', () => {
  const anchor = { left: 100, top: 550, width: 80, height: 30 };
  expect(placePopover(anchor, { width: 200, height: 100 }, view).top).toBe(446);
});

it('aligns with the end of its anchor when asked', () => {
  const anchor = { left: 500, top: 50, width: 80, height: 30 };
  const place = placePopover(anchor, { width: 200, height: 100 }, view, 'end');
  expect(place.left).toBe(380);
});

it('never starts outside the window, nor ends there where it fits', () => {
  const side = fc.integer({ min: -500, max: 1500 });
  const size = fc.integer({ min: 0, max: 700 });
  fc.assert(
    fc.property(side, side, size, size, (left, top, width, height) => {
      const place = placePopover({ left, top, width: 20, height: 20 }, { width, height }, view);
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.top).toBeGreaterThanOrEqual(8);
      if (width <= 784) expect(place.left + width).toBeLessThanOrEqual(792);
      if (height <= 584) expect(place.top + height).toBeLessThanOrEqual(592);
    }),
  );
});
