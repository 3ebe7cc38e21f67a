import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pinOrder } from './pinOrder.ts';

const rows = (...numbers: number[]) => Uint32Array.from(numbers);

it('shows the fresh order to a person who is not reading', () => {
  const fresh = rows(3, 1, 2);
  expect(pinOrder({ shown: rows(1, 2), fresh, reading: false, within: false })).toEqual({
    order: fresh,
    waiting: 0,
    reordered: false,
    gone: [],
  });
});

it('keeps the very array while nothing on screen went, and counts what waits', () => {
  const shown = rows(1, 2);
  const held = pinOrder({ shown, fresh: rows(9, 1, 8, 2), reading: true, within: false });
  expect(held).toEqual({ order: shown, waiting: 2, reordered: false, gone: [] });
  expect(held.order).toBe(shown);
});

it('drops rows that are gone, and settles', () => {
  const fresh = rows(9, 1, 3);
  const held = pinOrder({ shown: rows(1, 2, 3), fresh, reading: true, within: false });
  expect(held).toEqual({ order: rows(1, 3), waiting: 1, reordered: false, gone: [] });
  expect(pinOrder({ shown: held.order, fresh, reading: true, within: false }).order).toBe(
    held.order,
  );
});

it('offers a re-sort when rows on screen would change places', () => {
  const held = pinOrder({
    shown: rows(1, 2, 3),
    fresh: rows(2, 1, 3),
    reading: true,
    within: false,
  });
  expect(held).toMatchObject({ order: rows(1, 2, 3), waiting: 0, reordered: true });
});

it('shows what there is when nothing of what was read is left', () => {
  const fresh = rows(7);
  expect(pinOrder({ shown: rows(1), fresh, reading: true, within: false }).order).toBe(fresh);
  expect(pinOrder({ shown: rows(), fresh, reading: true, within: false }).order).toBe(fresh);
});

it('never moves a row that stays, loses none, shows none twice', () => {
  const order = fc.uniqueArray(fc.nat(40)).map((list) => Uint32Array.from(list));
  fc.assert(
    fc.property(order, order, (shown, fresh) => {
      const held = pinOrder({ shown, fresh, reading: true, within: false });
      const kept = [...shown].filter((row) => fresh.includes(row));
      if (kept.length === 0) return;
      expect([...held.order]).toEqual(kept);
      expect(held.waiting).toBe(fresh.length - kept.length);
      expect(held.reordered).toBe(
        String(kept) !== String([...fresh].filter((row) => kept.includes(row))),
      );
    }),
  );
});

it('leaves what no longer matches in its place while a person is within the rows, and names it', () => {
  const shown = rows(1, 2, 3);
  const pinned = pinOrder({ shown, fresh: rows(9, 1, 3), reading: false, within: true });
  expect(pinned).toEqual({ order: shown, waiting: 1, reordered: false, gone: [2] });
  expect(pinned.order).toBe(shown);
  expect(pinOrder({ shown, fresh: rows(7), reading: false, within: true })).toEqual({
    order: shown,
    waiting: 1,
    reordered: false,
    gone: [1, 2, 3],
  });
});

it('moves nothing at all for a person within the rows', () => {
  const order = fc.uniqueArray(fc.nat(40)).map((list) => Uint32Array.from(list));
  fc.assert(
    fc.property(order, order, fc.boolean(), (shown, fresh, reading) => {
      const pinned = pinOrder({ shown, fresh, reading, within: true });
      if (shown.length === 0) return;
      expect(pinned.order).toBe(shown);
      expect(pinned.gone).toEqual([...shown].filter((row) => !fresh.includes(row)));
      expect(pinned.waiting).toBe([...fresh].filter((row) => !shown.includes(row)).length);
    }),
  );
});
