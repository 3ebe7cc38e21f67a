import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAge, formatSpan } from './span.ts';
import { runs } from './testing/runs.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('formatSpan', () => {
  it.each([
    [0, '0 s'],
    [0.4, '0.1 s'],
    [99, '0.1 s'],
    [400, '0.4 s'],
    [999.9, '0.9 s'],
    [1000, '1 s'],
    [42_900, '42 s'],
    [59_999, '59 s'],
    [minute, '1 min 00 s'],
    [3 * minute + 5000, '3 min 05 s'],
    [hour - 1, '59 min 59 s'],
    [hour, '1 h 00 min'],
    [2 * hour + 4 * minute, '2 h 04 min'],
    [day - 1, '23 h 59 min'],
    [day, '1 d 0 h'],
    [5 * day + 3.5 * hour, '5 d 3 h'],
  ])('says %d ms as %s', (ms, text) => {
    expect(formatSpan(ms)).toBe(text);
  });

  it.each([null, -1, -0.1, Number.NaN, Number.POSITIVE_INFINITY])('says %s as a dash', (ms) => {
    expect(formatSpan(ms)).toBe('–');
  });

  it('never says a negative time, and never a shorter one for a longer span', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e12, noNaN: true }),
        fc.double({ min: 0, max: 1e12, noNaN: true }),
        (a, b) => {
          expect(formatSpan(a)).not.toContain('-');
          const [low, high] = a < b ? [a, b] : [b, a];
          if (low >= 0)
            expect(size(formatSpan(high))).toBeGreaterThanOrEqual(size(formatSpan(low)));
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

describe('formatAge', () => {
  it.each([
    [-day, 'just now'],
    [0, 'just now'],
    [1999, 'just now'],
    [2000, '2 s ago'],
    [12_400, '12 s ago'],
    [minute, '1 min ago'],
    [4.9 * minute, '4 min ago'],
    [hour, '1 h ago'],
    [47.9 * hour, '47 h ago'],
    [2 * day, '2 d ago'],
    [400 * day, '400 d ago'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('says an age of %d ms as %s', (ms, text) => {
    expect(formatAge(ms)).toBe(text);
  });

  it('is never negative', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (ms) => {
        expect(formatAge(ms)).not.toMatch(/[-−]/);
      }),
    );
  });
});

/** The seconds that a span's text stands for. */
function size(text: string): number {
  const unit: Record<string, number> = { s: 1, min: 60, h: 3600, d: 86_400 };
  const parts = [...text.matchAll(/([\d.]+) (s|min|h|d)\b/g)];
  return parts.reduce((sum, [, count, name]) => sum + Number(count) * (unit[name ?? ''] ?? 0), 0);
}
