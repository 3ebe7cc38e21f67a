import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { timePoints, timeRanges } from '../testing/arbitraries.ts';
import { resolveTimeRange, timePointBounds } from './timeBounds.ts';
import {
  parseTimePoint,
  parseTimeRange,
  printTimePoint,
  printTimeRange,
  suggestTime,
} from './timeRange.ts';

const UNHURRIED = 60_000;

describe('a time as people write it', () => {
  it.each([
    ['', '0h', '100000h', '1.5h', '24x', 'h', '-24h', '24h ago', 'tomorrow', 'now'],
    ['2026', '2026-13', '2026-00', '2026-11-31', '2024-02-30', '26-11-01', '2026-1-1'],
    ['2026-11-01T25:00', '2026-11-01T09', '2026-11-01T09:00+99:00', '2026-11-01T09:00:00.'],
    ['..', '>..', '>2026-11-01..', 'x..2026-11-01', '2026-11-01..x', 'a..b', '=2026-11-01'],
    ['0000-01-01T00:00+01:00', '9999-12-31T23:30-01:00', '>', '>=', '<>2026-11-01', '> >24h'],
  ])('is not read where it is none', (...written) => {
    for (const text of written) expect([text, parseTimeRange(text)]).toEqual([text, null]);
  });

  it.each([
    ['24H', '24h'],
    ['024h', '24h'],
    ['30min', '30m'],
    ['1 day', '1d'],
    ['2 weeks', '2w'],
    [' TODAY ', 'today'],
    ['this week', 'this-week'],
    ['Last_Week', 'last-week'],
    ['lastmonth', 'last-month'],
    ['past week', '1w'],
    ['last hour', '1h'],
    ['last-month..this week', 'last-month..this-week'],
    ['<=24h', '24h'],
    ['>=24h', '>24h'],
    ['> 24h', '>24h'],
    ['..2026-11', '<=2026-11'],
    ['2026-11-01 .. 2026-11-20', '2026-11-01..2026-11-20'],
    ['2026-11-20..2026-11-01', '2026-11-01..2026-11-20'],
    ['today..yesterday', 'yesterday..today'],
    ['24h..7d', '7d..24h'],
    ['2026-11-01 09:30', '2026-11-01T09:30Z'],
    ['2026-11-01t09:30:07z', '2026-11-01T09:30:07Z'],
    ['2026-11-01T09:30:07.1234569', '2026-11-01T09:30:07.123Z'],
    ['2026-11-01T00:30+05:30', '2026-10-31T19:00Z'],
  ])('reads %s as %s', (written, printed) => {
    const range = parseTimeRange(written);
    expect(range && printTimeRange(range)).toBe(printed);
  });

  it(
    'reads back as the same, in both spellings',
    () => {
      fc.assert(
        fc.property(timePoints, timeRanges, fc.boolean(), (point, range, dots) => {
          expect(parseTimePoint(printTimePoint(point))).toEqual(point);
          const settled = parseTimeRange(printTimeRange(range, dots));
          expect(settled).not.toBeNull();
          if (settled === null) return;
          expect(parseTimeRange(printTimeRange(settled, dots))).toEqual(settled);
          expect(parseTimeRange(printTimeRange(settled, !dots))).toEqual(settled);
        }),
        { numRuns: runs(2000) },
      );
    },
    UNHURRIED,
  );

  it(
    'bounds what it says, earlier first',
    () => {
      fc.assert(
        fc.property(timeRanges, fc.integer({ min: 0, max: 4e12 }), (range, now) => {
          const { from, to } = resolveTimeRange(range, now);
          if (from !== null && to !== null) expect(from).toBeLessThanOrEqual(to);
          expect(from === null && to === null).toBe(false);
        }),
        { numRuns: runs(2000) },
      );
    },
    UNHURRIED,
  );

  it.each([
    ['today', '2026-11-26T23:00Z', '2026-11-27T23:00Z'],
    ['yesterday', '2026-11-25T23:00Z', '2026-11-26T23:00Z'],
    ['this-week', '2026-11-22T23:00Z', '2026-11-29T23:00Z'],
    ['last-week', '2026-11-15T23:00Z', '2026-11-22T23:00Z'],
    ['this-month', '2026-10-31T23:00Z', '2026-11-30T23:00Z'],
    ['last-month', '2026-09-30T22:00Z', '2026-10-31T23:00Z'],
    ['2026-10-25', '2026-10-24T22:00Z', '2026-10-25T23:00Z'],
    ['2026-03', '2026-02-28T23:00Z', '2026-03-31T22:00Z'],
    ['2026-10-24..2026-10-25', '2026-10-23T22:00Z', '2026-10-25T23:00Z'],
    ['2026-11-27T09:00Z', '2026-11-27T09:00Z', '2026-11-27T09:01Z'],
  ])('takes %s as the calendar of a zone has it', (text, from, to) => {
    const range = parseTimeRange(text);
    if (range === null) throw new Error(`${text} is no time`);
    const meant = resolveTimeRange(range, Date.parse('2026-11-27T08:00Z'), 'Europe/Berlin');
    expect(meant).toEqual({ from: Date.parse(from), to: Date.parse(to) });
  });

  it('takes days and months as UTC has them', () => {
    const bounds = (text: string, now: string) => {
      const point = parseTimePoint(text);
      if (point === null) throw new Error(`${text} is no time`);
      const { from, to } = timePointBounds(point, Date.parse(now));
      return [new Date(from).toISOString(), new Date(to).toISOString()];
    };
    const midnight = 'T00:00:00.000Z';
    expect(bounds('today', '2026-11-24T00:00:00Z')).toEqual([
      `2026-11-24${midnight}`,
      `2026-11-25${midnight}`,
    ]);
    expect(bounds('yesterday', '2026-03-01T23:59:59Z')).toEqual([
      `2026-02-28${midnight}`,
      `2026-03-01${midnight}`,
    ]);
    expect(bounds('2024-02', '2026-01-01T00:00:00Z')).toEqual([
      `2024-02-01${midnight}`,
      `2024-03-01${midnight}`,
    ]);
    expect(bounds('0050-12', '2026-01-01T00:00:00Z')).toEqual([
      `0050-12-01${midnight}`,
      `0051-01-01${midnight}`,
    ]);
  });

  it.each([
    ['24', '24h'],
    ['2026/11/01', '2026-11-01'],
    ['>2026/11/01', '>2026-11-01'],
    ['todya', 'today'],
    ['yesterdy', 'yesterday'],
    ['soon', null],
    ['a/b', null],
  ])('is offered for %s: %s', (written, offered) => {
    expect(suggestTime(written)).toBe(offered);
  });
});
