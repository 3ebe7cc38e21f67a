import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pollRanges } from './pollRanges.ts';

const limits = { headRows: 100, pageRows: 1000, most: 6, turn: 0 };

it('asks for nothing that the head shows anyway', () => {
  expect(pollRanges([0, 3, 99], limits)).toEqual([]);
});

it('merges neighbours into one page, and keeps far ones apart', () => {
  expect(pollRanges([500, 520, 9000], limits)).toEqual([
    { offset: 490, limit: 41 },
    { offset: 8990, limit: 21 },
  ]);
});

it('takes turns when there are more places than calls', () => {
  const places = Array.from({ length: 10 }, (_, at) => 1000 * (at + 1));
  const read = [0, 1, 2].map((turn) => pollRanges(places, { ...limits, most: 4, turn }));
  expect(read.map((asks) => asks.length)).toEqual([4, 4, 4]);
  expect(new Set(read.flat().map((ask) => ask.offset)).size).toBe(10);
});

it('covers every place with pages that the server gives whole', () => {
  const places = fc.array(fc.integer({ min: 100, max: 20_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(places, fc.constantFrom(30, 100, 1000), (at, pageRows) => {
      const asks = pollRanges(at, { ...limits, pageRows, most: 1000 });
      for (const place of at) {
        expect(asks.some((ask) => place >= ask.offset && place < ask.offset + ask.limit)).toBe(
          true,
        );
      }
      for (const ask of asks) expect(ask.limit).toBeLessThanOrEqual(pageRows);
    }),
  );
});
