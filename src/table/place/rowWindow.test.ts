import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenedRow, positionAt, rowWindow, topOf } from './rowWindow.ts';

const openedRows = fc
  .uniqueArray(
    fc.record({ position: fc.nat({ max: 199 }), extra: fc.integer({ min: 0, max: 900 }) }),
    { selector: (row) => row.position, maxLength: 8 },
  )
  .map((rows): OpenedRow[] => rows.sort((a, b) => a.position - b.position));

describe('the window of rows', () => {
  it('finds a row again at every pixel it covers', () => {
    fc.assert(
      fc.property(openedRows, fc.nat({ max: 199 }), fc.nat({ max: 31 }), (opened, position, dy) => {
        const table = { count: 200, rowHeight: 32, opened };
        expect(positionAt(table, topOf(position, table) + dy)).toBe(position);
      }),
    );
  });

  it('covers all that is in view, whatever is opened', () => {
    fc.assert(
      fc.property(openedRows, fc.nat({ max: 12_000 }), (opened, scrollTop) => {
        const table = { count: 200, rowHeight: 32, opened };
        const view = { scrollTop, viewHeight: 600, overscan: 4, step: 8 };
        const { first, last } = rowWindow({ ...table, ...view });
        const end = topOf(200, table);
        expect(topOf(first, table)).toBeLessThanOrEqual(Math.min(scrollTop, end));
        expect(topOf(last, table)).toBeGreaterThanOrEqual(Math.min(scrollTop + 600, end));
      }),
    );
  });

  it('draws no more than the view, the overscan and a step', () => {
    const view = { scrollTop: 64_000, viewHeight: 640, overscan: 10, step: 8 };
    const { first, last } = rowWindow({ count: 100_000, rowHeight: 32, opened: [], ...view });
    expect(last - first).toBeLessThanOrEqual(20 + 1 + 20 + 16);
  });

  it('draws nothing of an empty list', () => {
    const view = { scrollTop: 0, viewHeight: 640, overscan: 10, step: 8 };
    expect(rowWindow({ count: 0, rowHeight: 32, opened: [], ...view })).toEqual({
      first: 0,
      last: 0,
    });
  });
});
