import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitChips } from './fitChips.ts';

const line = (...widths: readonly number[]) => widths.map((width) => ({ width, pressed: false }));
const pressed = (width: number) => ({ width, pressed: true });

it('shows all that fit', () => {
  expect(fitChips(line(50, 50), 100, 30)).toEqual([true, true]);
  expect(fitChips([], 0, 30)).toEqual([]);
});

it('keeps room for the button of the rest, and skips none for a later one that is narrower', () => {
  expect(fitChips(line(50, 50, 10), 100, 30)).toEqual([true, false, false]);
});

it('shows what is pressed in place of what is not', () => {
  expect(fitChips([...line(50, 50), pressed(50)], 130, 30)).toEqual([true, false, true]);
  expect(fitChips([...line(50), pressed(50)], 20, 30)).toEqual([false, false]);
});

it('never goes beyond the room, and hides a pressed one only when all others are hidden', () => {
  const chip = fc.record({ width: fc.integer({ min: 1, max: 200 }), pressed: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(chip),
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 1, max: 60 }),
      (chips, room, more) => {
        const shown = fitChips(chips, room, more);
        const taken = chips.filter((_, at) => shown[at]);
        const rest = shown.includes(false) ? more : 0;
        const width = taken.reduce((sum, each) => sum + each.width, 0);
        if (taken.length > 0) expect(width + rest).toBeLessThanOrEqual(room);
        const hidden = chips.filter((_, at) => !shown[at]);
        if (hidden.some((each) => each.pressed)) {
          expect(taken.every((each) => each.pressed)).toBe(true);
        }
      },
    ),
  );
});
