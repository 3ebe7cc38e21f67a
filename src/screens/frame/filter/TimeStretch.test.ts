import { expect, it } from 'vitest';
import { stretchText } from './TimeStretch.tsx';

it.each([
  ['', '', '', '', ''],
  ['2026-11-01', '', '', '', '>=2026-11-01'],
  ['', '', '2026-11-02', '', '<=2026-11-02'],
  ['2026-11-01', '', '2026-11-02', '', '2026-11-01..2026-11-02'],
  ['2026-11-01', '09:30', '2026-11-02', '', '2026-11-01T08:30Z..2026-11-02'],
  ['2026-07-01', '09:30', '', '', '>=2026-07-01T07:30Z'],
  ['', '09:30', '', '', ''],
])('writes days and hours of a zone: from %s %s to %s %s', (day, time, lastDay, lastTime, text) => {
  const to = { day: lastDay, time: lastTime };
  expect(stretchText({ day, time }, to, 'Europe/Berlin')).toBe(text);
});
