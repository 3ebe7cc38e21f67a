import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryAfter } from './retryAfter.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);
const date = 'Tue, 24 Nov 2026 10:00:00 GMT';

it.each([
  ['30', 30_000],
  [' 30 ', 30_000],
  ['0', 1000],
  ['1', 1000],
  ['300', 300_000],
  ['301', 300_000],
  ['99999999999999999999999999', 300_000],
  ['9'.repeat(400), 300_000],
  ['Tue, 24 Nov 2026 10:00:42 GMT', 42_000],
  ['Tue, 24 Nov 2026 09:00:00 GMT', 1000],
  ['Tue, 24 Nov 2026 23:00:00 GMT', 300_000],
])('waits for %s', (header, ms) => {
  expect(retryAfter(header, date, now)).toBe(ms);
});

it.each([
  null,
  '',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  '30, 60',
  '30 s',
  'soon',
  'NaN',
  'Infinity',
  '2026-11-24T10:00:42Z',
  'Tue, 24 Nov 2026 10:00:42 GMT, 30',
  'x Tue, 24 Nov 2026 10:00:42 GMT',
  'Tue, 99 Nov 2026 10:00:42 GMT',
])('makes nothing of %j', (header) => {
  expect(retryAfter(header, date, now)).toBeNull();
});

it('reads a date against the clock of this device only where the answer has none', () => {
  const header = 'Tue, 24 Nov 2026 12:00:10 GMT';
  expect(retryAfter(header, null, now)).toBe(10_000);
  expect(retryAfter(header, 'today', now)).toBe(10_000);
  expect(retryAfter(header, 'Tue, 24 Nov 2026 12:00:05 GMT', now)).toBe(5000);
  expect(retryAfter(header, ' Tue, 24 Nov 2026 12:00:05 GMT ', now)).toBe(5000);
});

it('is null or a wait that a timer can keep, whatever the header', () => {
  const header = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String));
  fc.assert(
    fc.property(header, (text) => {
      const ms = retryAfter(text, date, now);
      expect(ms === null || (ms >= 1000 && ms <= 300_000)).toBe(true);
    }),
  );
});
