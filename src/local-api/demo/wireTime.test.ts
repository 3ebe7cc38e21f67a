import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseInstant } from '../../lib/instant.ts';
import { wireTime } from './wireTime.ts';

it('writes whole seconds without a fraction and others to the microsecond, in UTC', () => {
  const nine = Date.UTC(2026, 3, 17, 9);
  expect(wireTime(nine)).toBe('2026-04-17T09:00:00Z');
  expect(wireTime(nine + 12.345)).toBe('2026-04-17T09:00:00.012345Z');
  expect(wireTime(-1)).toBe('1969-12-31T23:59:59.999000Z');
});

it('writes what the contract reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e15 }), (micros) => {
      const back = parseInstant(wireTime(micros / 1000)) ?? Number.NaN;
      expect(Math.round(back * 1000)).toBe(micros);
    }),
  );
});
