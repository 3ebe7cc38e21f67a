import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roomOf } from './roomOf.ts';

it('counts the whole rows and the letters that have room', () => {
  expect(roomOf(928, 478, 40, 1)).toEqual({ rows: 9, letters: 30 });
  expect(roomOf(928, 476, 40, 1).rows).toBe(8);
  expect(roomOf(928, 530, 40, 2).rows).toBe(5);
  // 505 rows of 8.8 pixels exactly.
  expect(roomOf(928, 4444, 6, 1).rows).toBe(505);
  expect(roomOf(928, 530, 0, 1)).toEqual({ rows: 0, letters: 8 });
});

it('never counts more than there is room for, and leaves room for none', () => {
  const pixels = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(pixels, pixels, fc.integer({ min: 1, max: 200 }), (width, height, font) => {
      const { rows } = roomOf(width, height, font, 1);
      const row = 1.3 * font + 1;
      expect(rows * row).toBeLessThanOrEqual(height + 1e-6);
      expect((rows + 1) * row).toBeGreaterThan(height);
    }),
  );
});
