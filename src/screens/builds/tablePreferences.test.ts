import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COLUMNS, DENSITIES } from '../../views/address/View.ts';
import {
  NARROWEST,
  parsePreferences,
  printPreferences,
  USUAL,
  WIDEST,
} from './tablePreferences.ts';

it('reads back what it wrote', () => {
  const columns = fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 1 });
  const width = fc.integer({ min: NARROWEST, max: WIDEST });
  const widths = fc
    .array(fc.tuple(fc.constantFrom(...COLUMNS), width))
    .map((entries) => new Map<string, number>(entries));
  const density = fc.constantFrom(...DENSITIES);
  fc.assert(
    fc.property(fc.option(columns), widths, density, (shown, wide, dense) => {
      const preferences = { columns: shown, widths: wide, density: dense };
      expect(parsePreferences(printPreferences(preferences))).toEqual(preferences);
    }),
  );
});

it('survives anything that may be stored', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = parsePreferences(text);
      expect(DENSITIES).toContain(read.density);
      for (const wide of read.widths.values()) {
        expect(wide).toBeGreaterThanOrEqual(NARROWEST);
        expect(wide).toBeLessThanOrEqual(WIDEST);
      }
    }),
  );
  expect(parsePreferences('{broken')).toEqual(USUAL);
  expect(parsePreferences('{"widths":{"image":1e9,"__proto__":5},"columns":["x"]}')).toEqual({
    ...USUAL,
    widths: new Map([['image', WIDEST]]),
  });
});
