import { expect, it } from 'vitest';
import { searchAhead } from './searchAhead.ts';

/** A selector whose searches take so many milliseconds each, and a clock beside it. */
function searchesOf(...each: number[]) {
  let now = 0;
  let isKnown = false;
  const left = [...each];
  const selector = {
    isPrepared: (_: unknown, within = false) => isKnown || within,
    prepare: () => {
      now += left.shift() ?? Number.NaN;
    },
  };
  return {
    ahead: searchAhead(selector, () => now),
    left,
    known: () => {
      isKnown = true;
    },
  };
}

it('takes a search for a long one until one was quick', () => {
  const { ahead } = searchesOf(6, 5);
  expect(ahead.isPrepared([])).toBe(false);
  ahead.prepare([], 0);
  expect(ahead.isPrepared([])).toBe(false);
  ahead.prepare([], 0);
  expect(ahead.isPrepared([])).toBe(true);
});

it('looks for nothing that is known, and learns nothing from it', () => {
  const { ahead, left, known } = searchesOf(5);
  known();
  expect(ahead.isPrepared([])).toBe(true);
  ahead.prepare([], 0);
  expect(left).toEqual([5]);
});
