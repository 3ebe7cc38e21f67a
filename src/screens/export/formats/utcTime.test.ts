import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseInstant } from '../../../lib/instant.ts';
import { timeTexts } from '../../../replica/testing/arbitraryBuilds.ts';
import { utcTime } from './utcTime.ts';

it.each([
  ['2026-11-20T09:00:00', '2026-11-20T09:00:00Z'],
  ['2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z'],
  ['2026-11-20 09:00:00.123456', '2026-11-20T09:00:00.123456Z'],
  ['2026-11-20T09:00:00.5+05:30', '2026-11-20T03:30:00.5Z'],
  ['2026-11-20T09:00', '2026-11-20T09:00:00Z'],
  ['2024-02-30T09:00:00', '2024-02-30T09:00:00'],
  ['0000-01-01T00:00:00+14:00', '0000-01-01T00:00:00+14:00'],
  ['soon', 'soon'],
  ['', ''],
  [null, null],
])('%s is %s', (time, expected) => {
  expect(utcTime(time)).toBe(expected);
});

it('is the same instant, and says its zone where it can be read', () => {
  fc.assert(
    fc.property(timeTexts, (time) => {
      const utc = utcTime(time);
      expect(parseInstant(utc)).toBe(parseInstant(time));
      if (utc !== time) expect(utc).toMatch(/Z$/);
      expect(utcTime(utc)).toBe(utc);
    }),
  );
});
