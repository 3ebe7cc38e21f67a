import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { timeRanges } from '../testing/arbitraries.ts';
import { parseComparison } from './Comparison.ts';
import { settleWindows } from './settleWindows.ts';

const NOW = Date.parse('2026-11-27T13:30:00Z');
const short = (ms: number) => new Date(ms).toISOString().slice(0, 16);

function windows(text: string, zone = 'UTC', now = NOW): string | null {
  const comparison = parseComparison(text);
  if (comparison === null || comparison.kind === 'batch') throw new Error(`${text} is no time`);
  const settled = settleWindows(comparison, now, zone);
  if (settled === null) return null;
  const { before, after, cut } = settled;
  const said = [before, after].map(({ from, to }) => `${short(from)} ${short(to)}`).join(', ');
  return cut ? `${said}, cut` : said;
}

describe('two windows', () => {
  it.each([
    ['24h', '2026-11-25T13:30 2026-11-26T13:30, 2026-11-26T13:30 2026-11-27T13:30'],
    ['7d', '2026-11-13T13:30 2026-11-20T13:30, 2026-11-20T13:30 2026-11-27T13:30'],
    ['today', '2026-11-26T00:00 2026-11-26T13:30, 2026-11-27T00:00 2026-11-27T13:30, cut'],
    ['yesterday', '2026-11-25T00:00 2026-11-26T00:00, 2026-11-26T00:00 2026-11-27T00:00'],
    ['this-week', '2026-11-16T00:00 2026-11-20T13:30, 2026-11-23T00:00 2026-11-27T13:30, cut'],
    ['2026-11', '2026-10-01T00:00 2026-10-27T13:30, 2026-11-01T00:00 2026-11-27T13:30, cut'],
    ['2026-03', '2026-02-01T00:00 2026-03-01T00:00, 2026-03-01T00:00 2026-03-29T00:00, cut'],
    [
      '2026-11-10..2026-11-12',
      '2026-11-07T00:00 2026-11-10T00:00, 2026-11-10T00:00 2026-11-13T00:00',
    ],
    [
      '2026-11-20T10:00Z..2026-11-20T11:59Z',
      '2026-11-20T08:00 2026-11-20T10:00, 2026-11-20T10:00 2026-11-20T12:00',
    ],
    [
      '2026-11-20,2026-11-10',
      '2026-11-10T00:00 2026-11-11T00:00, 2026-11-20T00:00 2026-11-21T00:00',
    ],
    [
      '2026-11-20..2026-11-21,2026-11-10',
      '2026-11-10T00:00 2026-11-11T00:00, 2026-11-20T00:00 2026-11-21T00:00, cut',
    ],
    [
      '2026-11-10..2026-11-12,2026-11-11',
      '2026-11-10T00:00 2026-11-11T00:00, 2026-11-11T00:00 2026-11-12T00:00, cut',
    ],
  ])('of %s are %s', (text, said) => {
    expect(windows(text)).toBe(said);
  });

  it('take days by the calendar of the zone, also of 23 and 25 hours', () => {
    // Clocks go back on 25 October and forward on 29 March.
    const later = Date.parse('2026-12-01T00:00:00Z');
    expect(windows('2026-10-26', 'Europe/Berlin', later)).toBe(
      '2026-10-24T22:00 2026-10-25T22:00, 2026-10-25T23:00 2026-10-26T23:00, cut',
    );
    expect(windows('2026-10-25', 'Europe/Berlin', later)).toBe(
      '2026-10-23T22:00 2026-10-24T22:00, 2026-10-24T22:00 2026-10-25T22:00, cut',
    );
    expect(windows('2026-03-30', 'Europe/Berlin', later)).toBe(
      '2026-03-28T23:00 2026-03-29T22:00, 2026-03-29T22:00 2026-03-30T21:00, cut',
    );
    expect(windows('2026-10-26..2026-11-01', 'Europe/Berlin', later)).toBe(
      '2026-10-18T22:00 2026-10-25T22:00, 2026-10-25T23:00 2026-11-01T23:00, cut',
    );
    expect(windows('today', 'Europe/Berlin')).toBe(
      '2026-11-25T23:00 2026-11-26T13:30, 2026-11-26T23:00 2026-11-27T13:30, cut',
    );
  });

  it('are none where all is to come, or where both begin at once', () => {
    expect(windows('2027-01-01')).toBeNull();
    expect(windows('2026-11-20,2026-11-20..2026-11-22')).toBeNull();
  });

  it('are of equal length, follow each other and are over, whatever is written', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');
    const usable = timeRanges.filter(({ kind }) => kind !== 'before' && kind !== 'upTo');
    fc.assert(
      fc.property(usable, fc.option(usable, { nil: null }), zones, (range, other, zone) => {
        const settled = settleWindows(
          other === null ? { kind: 'range', range } : { kind: 'ranges', ranges: [range, other] },
          NOW,
          zone,
        );
        if (settled === null) return;
        const { before, after } = settled;
        expect(after.to - after.from).toBe(before.to - before.from);
        expect(before.to).toBeLessThanOrEqual(after.from);
        expect(after.to).toBeLessThanOrEqual(NOW);
        expect(before.from).toBeLessThan(before.to);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('what is compared', () => {
  it('is read from the address', () => {
    expect(parseComparison('batch:b1')).toEqual({ kind: 'batch', id: 'b1' });
    expect(parseComparison('24h')).toMatchObject({ kind: 'range' });
    expect(parseComparison('today,yesterday')).toMatchObject({ kind: 'ranges' });
  });

  it.each(['', 'batch:', 'soon', '24h,soon', '24h,', '1h,2h,3h', '>24h', '<2026-11-01', '..2026'])(
    'is not read from %s',
    (text) => expect(parseComparison(text)).toBeNull(),
  );
});
