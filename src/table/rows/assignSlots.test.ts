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

it('never draws two rows in one slot, and never moves a row that stays', () => {
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
        for (const key of keys) {
          if (before.has(key)) expect(slots.get(key)).toBe(before.get(key));
        }
        const keptSlot = before.get(kept);
        if (keptSlot !== undefined && !slots.has(kept)) {
          expect([...slots.values()]).not.toContain(keptSlot);
        }
      }
    }),
  );
});
