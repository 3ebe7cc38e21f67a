import { expect, it } from 'vitest';
import { lengthText, minuteText, momentText, secondText } from './wallTime.ts';

const at = Date.UTC(2026, 10, 27, 14, 2, 15);

it('says a time as a clock on a wall does, and the day where it is another one', () => {
  expect(minuteText(at, at + 60_000)).toBe('14:02 UTC');
  expect(minuteText(at, at + 86_400_000)).toBe('27 Nov, 14:02 UTC');
  expect(minuteText(Date.UTC(2026, 8, 1, 3), at)).toBe('01 Sep, 03:00 UTC');
  expect(secondText(at)).toBe('14:02:15 UTC');
});

it('says when something was by the time of today, and by the day of another one', () => {
  expect(momentText(at, at + 60_000)).toBe('14:02 UTC');
  expect(momentText(at, at + 86_400_000)).toBe('27 Nov');
});

it('says a length in minutes at the least', () => {
  expect([-5, 59_999, 60_000, 3_599_999].map(lengthText)).toEqual([
    'under 1 min',
    'under 1 min',
    '1 min',
    '59 min',
  ]);
  expect([3_600_000, 27 * 3_600_000].map(lengthText)).toEqual(['1 h 00 min', '1 d 3 h']);
});
