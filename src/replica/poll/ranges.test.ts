import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pollRanges } from './ranges.ts';

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

it.each([
  [[100], [{ offset: 90, limit: 21 }]],
  [[500, 660], [{ offset: 490, limit: 181 }]],
  [[500, 670], [{ offset: 490, limit: 191 }]],
  [
    [500, 671],
    [
      { offset: 490, limit: 21 },
      { offset: 661, limit: 21 },
    ],
  ],
  [[105, 100, 105], [{ offset: 90, limit: 26 }]],
])('reads ten rows around %j, and joins what is nearer than 150', (places, asks) => {
  expect(pollRanges(places, limits)).toEqual(asks);
});

it('joins no more than a page brings', () => {
  const asks = pollRanges([200, 290], { ...limits, pageRows: 110 });
  expect(asks).toEqual([{ offset: 190, limit: 110 }]);
  expect(pollRanges([200, 291], { ...limits, pageRows: 110 })).toEqual([
    { offset: 190, limit: 21 },
    { offset: 281, limit: 21 },
  ]);
});

it('asks for all in one poll while there are calls enough', () => {
  const places = [1000, 2000, 3000];
  for (const turn of [0, 1]) {
    const asks = pollRanges(places, { ...limits, most: 3, turn });
    expect(asks.map(({ offset }) => offset)).toEqual([990, 1990, 2990]);
  }
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
