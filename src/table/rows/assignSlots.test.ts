import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignSlots } from './assignSlots.ts';

const none = () => false;

it('gives each row that stays its own slot, and each row that comes one that has become free', () => {
  const before = assignSlots(new Map(), ['a', 'b', 'c'], none);
  expect([...before]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
  expect([...assignSlots(before, ['b', 'c', 'd', 'e'], none)]).toEqual([
    ['b', 1],
    ['c', 2],
    ['d', 0],
    ['e', 3],
  ]);
});

it('gives the slot of a kept row to no other', () => {
  const before = assignSlots(new Map(), ['a', 'b'], none);
  const after = assignSlots(before, ['c', 'd'], (key) => key === 'a');
  expect([...after.values()].sort()).toEqual([1, 2]);
});

it('leaves elements where they are when few rows stay, in other places', () => {
  const before = assignSlots(new Map(), ['a', 'b', 'c', 'd', 'e'], none);
  const after = assignSlots(before, ['f', 'e', 'g', 'h', 'i'], none);
  expect([...after.values()]).toEqual([0, 1, 2, 3, 4]);
  const kept = assignSlots(before, ['f', 'e', 'g', 'h', 'i'], (key) => key === 'e');
  expect(kept.get('e')).toBe(before.get('e'));
});

it('never draws two rows in one slot, takes no slot from what is kept, and moves few elements', () => {
  const windows = fc.array(
    fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 40 }),
  );
  fc.assert(
    fc.property(windows, fc.integer({ min: 0, max: 60 }).map(String), (steps, kept) => {
      let slots: ReadonlyMap<string, number> = new Map();
      for (const keys of steps) {
        const before = slots;
        slots = assignSlots(before, keys, (key) => key === kept);
        expect([...slots.keys()]).toEqual(keys);
        expect(new Set(slots.values()).size).toBe(keys.length);
        const stay = keys.filter((key) => before.has(key));
        const areOwn = stay.every((key) => slots.get(key) === before.get(key));
        if (!stay.includes(kept)) expect(areOwn || isFilledInOrder(before, slots)).toBe(true);
        const keptSlot = before.get(kept);
        if (keptSlot === undefined) continue;
        if (slots.has(kept)) expect(slots.get(kept)).toBe(keptSlot);
        else expect([...slots.values()]).not.toContain(keptSlot);
      }
    }),
  );
});

/** No element comes after one that it stood before. */
function isFilledInOrder(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): boolean {
  const order = [...before.values()];
  const places = [...after.values()].map((slot) => order.indexOf(slot)).filter((at) => at >= 0);
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
}
