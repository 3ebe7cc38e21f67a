import { expect, it } from 'vitest';
import { isNewestFirst, NO_ORDER, withPageOrder } from './newestFirst.ts';

it('takes a list for newest first until it shows otherwise', () => {
  expect(isNewestFirst(NO_ORDER)).toBe(true);
  expect(isNewestFirst(withPageOrder(NO_ORDER, [5, 4, 4, null, 1]))).toBe(true);
  expect(isNewestFirst(withPageOrder(NO_ORDER, [1, 2, 3]))).toBe(false);
});

it('forgives clocks that differ a little', () => {
  const page = Array.from({ length: 200 }, (_, at) => 1000 - at);
  page[50] = 2000;
  expect(isNewestFirst(withPageOrder(NO_ORDER, page))).toBe(true);
});
