import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnWidths } from './columnWidths.ts';

const column = fc.record(
  { width: fc.integer({ min: 20, max: 300 }), share: fc.integer({ min: 1, max: 9 }) },
  { requiredKeys: ['width'] },
);

it('fills the table to the pixel where a column takes a share', () => {
  fc.assert(
    fc.property(fc.array(column, { minLength: 1 }), fc.nat({ max: 4000 }), (columns, room) => {
      const widths = columnWidths(columns, room);
      const least = columns.reduce((sum, each) => sum + each.width, 0);
      const total = widths.reduce((sum, width) => sum + width, 0);
      const shares = columns.some((each) => each.share !== undefined);
      expect(total).toBe(shares ? Math.max(room, least) : least);
      for (const [index, each] of columns.entries()) {
        expect(widths[index]).toBeGreaterThanOrEqual(each.width);
      }
    }),
  );
});

it('gives the room that is left by shares', () => {
  expect(
    columnWidths([{ width: 100 }, { width: 50, share: 1 }, { width: 50, share: 3 }], 600),
  ).toEqual([100, 150, 350]);
});
