import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pinOrder } from './pinOrder.ts';

const rows = (...numbers: number[]) => Uint32Array.from(numbers);

it('shows the fresh order to a person who is not reading', () => {
  const fresh = rows(3, 1, 2);
  expect(pinOrder({ shown: rows(1, 2), fresh, reading: false })).toEqual({
    order: fresh,
    waiting: 0,
    reordered: false,
  });
});

it('keeps the very array while nothing on screen went, and counts what waits', () => {
  const shown = rows(1, 2);
  const held = pinOrder({ shown, fresh: rows(9, 1, 8, 2), reading: true });
  expect(held).toEqual({ order: shown, waiting: 2, reordered: false });
  expect(held.order).toBe(shown);
});

it('drops rows that are gone, and settles', () => {
  const fresh = rows(9, 1, 3);
  const held = pinOrder({ shown: rows(1, 2, 3), fresh, reading: true });
  expect(held).toEqual({ order: rows(1, 3), waiting: 1, reordered: false });
  expect(pinOrder({ shown: held.order, fresh, reading: true }).order).toBe(held.order);
});

it('offers a re-sort when rows on screen would change places', () => {
  const held = pinOrder({ shown: rows(1, 2, 3), fresh: rows(2, 1, 3), reading: true });
  expect(held).toMatchObject({ order: rows(1, 2, 3), waiting: 0, reordered: true });
});

it('shows what there is when nothing of what was read is left', () => {
  const fresh = rows(7);
  expect(pinOrder({ shown: rows(1), fresh, reading: true }).order).toBe(fresh);
  expect(pinOrder({ shown: rows(), fresh, reading: true }).order).toBe(fresh);
});

it('never moves a row that stays, loses none, shows none twice', () => {
  const order = fc.uniqueArray(fc.nat(40)).map((list) => Uint32Array.from(list));
  fc.assert(
    fc.property(order, order, (shown, fresh) => {
      const held = pinOrder({ shown, fresh, reading: true });
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
