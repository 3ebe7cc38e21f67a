import { expect, it } from 'vitest';
import { timeAxis } from '../../../insights/timeline/TimeAxis.ts';
import { axisWords } from './bucketWords.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 24, 11, 20);

const words = (span: number, zone = 'UTC') => {
  const axis = timeAxis(NOW - span, NOW, zone);
  const last = axis.edges.length - 2;
  return { ...axisWords(axis), last };
};

it.each([
  [60_000, 'by 1 s (UTC)', 'Tue 24 Nov 2026, 11:20:00 to 11:20:01'],
  [4 * DAY, 'by 1 h (UTC)', 'Tue 24 Nov 2026, 11:00 to 12:00'],
  [10 * DAY, 'by 3 h (UTC)', 'Tue 24 Nov 2026, 09:00 to 12:00'],
  [100 * DAY, 'by day (UTC)', 'Tue 24 Nov 2026'],
  [600 * DAY, 'by week (UTC)', 'Mon 23 Nov 2026 to Sun 29 Nov 2026'],
  [3000 * DAY, 'by month (UTC)', 'Nov 2026'],
  [90 * 366 * DAY, 'by year (UTC)', '2026'],
])('names the last time of %i ms', (span, step, name) => {
  const { range, last, step: said } = words(span);
  expect(said).toBe(step);
  expect(range(last, last)).toBe(name);
});

it('names stretches, of the clocks of the zone that it says', () => {
  const { range, step, tick, last } = words(4 * DAY, 'Asia/Kolkata');
  expect(step).toBe('by 1 h (Kolkata)');
  expect(range(last - 1, last)).toBe('Tue 24 Nov 2026, 15:00 to 17:00');
  expect(tick(last)).toBe('16:00');
  expect(tick(last - 16)).toBe('24 Nov');
  expect(range(last - 17, last)).toBe('Mon 23 Nov 2026, 23:00 to Tue 24 Nov 2026, 17:00');
});
