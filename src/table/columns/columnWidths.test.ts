import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnWidths } from './columnWidths.ts';

const column = fc.record(
  {
    width: fc.integer({ min: 20, max: 300 }),
    share: fc.integer({ min: 1, max: 9 }),
    need: fc.integer({ min: 0, max: 1500 }),
  },
  { requiredKeys: ['width'] },
);

it('fills the table to the pixel where a column takes a share', () => {
  fc.assert(
    fc.property(fc.array(column, { minLength: 1 }), fc.nat({ max: 4000 }), (columns, room) => {
      const widths = columnWidths(columns, room);
      const least = columns.reduce((sum, each) => sum + each.width, 0);
      const total = widths.reduce((sum, width) => sum + width, 0);
      const shares = columns.some((each) => each.share !== undefined);
      if (shares || room <= least) expect(total).toBe(Math.max(room, least));
      else expect(total).toBeLessThanOrEqual(room);
      for (const [index, each] of columns.entries()) {
        expect(widths[index]).toBeGreaterThanOrEqual(each.width);
        if (each.share === undefined) {
          expect(widths[index]).toBeLessThanOrEqual(Math.max(each.width, each.need ?? 0));
        }
      }
    }),
  );
});

it('cuts nothing while there is room for what all columns need', () => {
  fc.assert(
    fc.property(fc.array(column, { minLength: 1 }), fc.nat({ max: 4000 }), (columns, room) => {
      const needs = columns.map(({ width, need = 0 }) => Math.max(width, need));
      if (needs.reduce((sum, each) => sum + each, 0) > room) return;
      for (const [index, width] of columnWidths(columns, room).entries()) {
        expect(width).toBeGreaterThanOrEqual(needs[index] ?? 0);
      }
    }),
  );
});

it('gives the room that is left by shares', () => {
  expect(
    columnWidths([{ width: 100 }, { width: 50, share: 1 }, { width: 50, share: 3 }], 600),
  ).toEqual([100, 150, 350]);
});

it('gives the most room to the column that needs most, after what the others need', () => {
  const image = { width: 200, share: 6, need: 260 };
  expect(columnWidths([image, { width: 140, share: 5, need: 2000 }], 900)).toEqual([260, 640]);
  expect(columnWidths([image, { width: 140, share: 5, need: 0 }], 900)).toEqual([760, 140]);
});

it('leaves the least to a column in which nothing stands', () => {
  const empty = { width: 140, share: 5, need: 0 };
  expect(columnWidths([{ width: 200, share: 6 }, empty], 900)).toEqual([760, 140]);
  expect(columnWidths([empty, empty], 900)).toEqual([450, 450]);
});
