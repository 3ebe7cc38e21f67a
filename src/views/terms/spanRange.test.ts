import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { spanRanges } from '../testing/arbitraries.ts';
import {
  parseSpan,
  parseSpanRange,
  printSpanRange,
  resolveSpanRange,
  suggestSpan,
} from './spanRange.ts';

describe('a length of time as people write it', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['2 h 4 min', 7_440_000],
    ['250ms', 250],
    ['1W', 604_800_000],
    ['0s', 0],
    ['', null],
    ['10', null],
    ['10x', null],
    ['m', null],
    ['-10m', null],
    ['1e3s', null],
    ['10m5', null],
    ['10m, 5s', null],
    ['999999999w', null],
    [`${'1m'.repeat(30)}`, null],
  ])('reads %s', (written, ms) => {
    expect(parseSpan(written)).toBe(ms);
  });

  it('is bounded by a sign or two ends', () => {
    for (const text of ['10m', '', '>', '..', '>..', 'x..10m', '10m..x', '>x', '=10m', '>10m..']) {
      expect([text, parseSpanRange(text)]).toEqual([text, null]);
    }
    expect(parseSpanRange('> 10m')).toEqual({ kind: 'over', ms: 600_000 });
    expect(parseSpanRange('1h..10m')).toEqual({ kind: 'between', from: 600_000, to: 3_600_000 });
  });

  it('reads back as the same, in both spellings', () => {
    fc.assert(
      fc.property(spanRanges, fc.boolean(), (range, dots) => {
        const settled = parseSpanRange(printSpanRange(range, dots));
        expect(settled).not.toBeNull();
        if (settled === null) return;
        expect(parseSpanRange(printSpanRange(settled, !dots))).toEqual(settled);
        expect(resolveSpanRange(settled).from ?? -1).toBeLessThan(
          resolveSpanRange(settled).to ?? Number.POSITIVE_INFINITY,
        );
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each([
    ['10m', '>10m'],
    ['90', '>90s'],
    ['<90', '<90s'],
    ['=10m', null],
    ['long', null],
  ])('is offered for %s: %s', (written, offered) => {
    expect(suggestSpan(written)).toBe(offered);
  });
});
