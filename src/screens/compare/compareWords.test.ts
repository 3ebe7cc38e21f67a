import { expect, it } from 'vitest';
import { countChange, spanChange, stretchText } from './compareWords.ts';

it('says a change in counts, no share of few, and a dash where there was nothing', () => {
  expect(countChange(0, 8)).toBe('–');
  expect(countChange(4, 12)).toBe('+8');
  expect(countChange(12, 9)).toBe('−3 (−25 %)');
  expect(countChange(1200, 2400)).toBe('+1,200 (+100 %)');
  expect(countChange(30, 30)).toBe('0');
  expect(countChange(30, 0)).toBe('−30 (−100 %)');
});

it('says a change in times, and a dash where one is not known', () => {
  expect(spanChange(60_000, 125_000)).toBe('+1 min 05 s');
  expect(spanChange(60_000, 55_000)).toBe('−5 s');
  expect(spanChange(null, 55_000)).toBe('–');
  expect(spanChange(60_000, null)).toBe('–');
});

it('says a stretch of time as the clocks of a zone show it', () => {
  const stretch = { from: Date.UTC(2026, 9, 24, 22), to: Date.UTC(2026, 9, 25, 23) };
  expect(stretchText(stretch, 'Europe/Berlin')).toBe('2026-10-25 00:00 to 2026-10-26 00:00');
  expect(stretchText(stretch, 'UTC')).toBe('2026-10-24 22:00 to 2026-10-25 23:00');
});
