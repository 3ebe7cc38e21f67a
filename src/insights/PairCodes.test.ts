import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../lib/testing/runs.ts';
import { PairCodes } from './PairCodes.ts';

const codes = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 2 ** 32 - 1 }));

describe('the numbers of pairs', () => {
  it('gives each pair one number, from 0 up, as a map would', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(codes, codes), { maxLength: 300 }), (pairs) => {
        const numbers = new PairCodes();
        const known = new Map<string, number>();
        for (const [first, second] of pairs) {
          const key = `${first} ${second}`;
          const wanted = known.get(key) ?? known.size;
          known.set(key, wanted);
          expect(numbers.codeFor(first, second)).toBe(wanted);
          expect(numbers.is(wanted, first, second)).toBe(true);
          expect(numbers.is(wanted, second + 1, first)).toBe(false);
        }
        expect(numbers.size).toBe(known.size);
      }),
      { numRuns: runs(200) },
    );
  });

  it('keeps the numbers it gave while it grows, by tags and by names', () => {
    const numbers = new PairCodes();
    const places = Array.from({ length: 20_000 }, (_, at) => at);
    const codeAt = (at: number) => numbers.codeFor(at % 3 === 0 ? 7 : at, at);
    expect(places.map(codeAt)).toEqual(places);
    expect(places.map(codeAt)).toEqual(places);
  });
});
