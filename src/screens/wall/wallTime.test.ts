import { expect, it } from 'vitest';
import { minuteText, secondText } from './wallTime.ts';

const at = Date.UTC(2026, 10, 27, 14, 2, 15);

it('says a time as a clock on a wall does, and the day where it is another one', () => {
  expect(minuteText(at, at + 60_000)).toBe('14:02 UTC');
  expect(minuteText(at, at + 86_400_000)).toBe('27 Nov, 14:02 UTC');
  expect(minuteText(Date.UTC(2026, 8, 1, 3), at)).toBe('01 Sep, 03:00 UTC');
  expect(secondText(at)).toBe('14:02:15 UTC');
});
