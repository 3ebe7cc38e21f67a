import { expect, it } from 'vitest';
import { SearchTime } from './SearchTime.ts';

/** A selector whose searches take so many milliseconds each, and a clock beside it. */
function searchesOf(...each: number[]) {
  let now = 0;
  let isKnown = false;
  const left = [...each];
  const selector = {
    isPrepared: () => isKnown,
    prepare: () => {
      now += left.shift() ?? Number.NaN;
    },
  };
  const time = new SearchTime(selector, () => now);
  return {
    time,
    left,
    known: () => {
      isKnown = true;
    },
  };
}

it('takes a search for a long one until one was quick', () => {
  const { time } = searchesOf(6, 5);
  expect(time.isPrepared([])).toBe(false);
  time.prepare([], 0);
  expect(time.isPrepared([])).toBe(false);
  time.prepare([], 0);
  expect(time.isPrepared([])).toBe(true);
});

it('looks for nothing that is known, and learns nothing from it', () => {
  const { time, left, known } = searchesOf(5);
  known();
  expect(time.isPrepared([])).toBe(true);
  time.prepare([], 0);
  expect(left).toEqual([5]);
});
