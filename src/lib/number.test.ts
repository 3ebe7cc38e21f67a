import { expect, it } from 'vitest';
import { formatCount, plural } from './number.ts';

it.each([
  [0, '0'],
  [7, '7'],
  [2412, '2,412'],
  [100_000, '100,000'],
])('groups the digits of %d', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

it.each([
  [0, '0 builds'],
  [1, '1 build'],
  [2, '2 builds'],
  [2412, '2,412 builds'],
])('says the word that fits %d', (count, text) => {
  expect(plural(count, 'build', 'builds')).toBe(text);
});
