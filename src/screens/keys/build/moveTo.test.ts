import { expect, it } from 'vitest';
import { moveTo } from './moveTo.ts';

it('moves by a row, a page, and to the ends', () => {
  const from50 = (move: Parameters<typeof moveTo>[0]) => moveTo(move, 50, 100, 20);
  expect(from50('next')).toBe(51);
  expect(from50('previous')).toBe(49);
  expect(from50('page-down')).toBe(70);
  expect(from50('page-up')).toBe(30);
  expect(from50('first')).toBe(0);
  expect(from50('last')).toBe(99);
});

it('stays within the rows', () => {
  expect(moveTo('next', 99, 100, 20)).toBe(99);
  expect(moveTo('previous', 0, 100, 20)).toBe(0);
  expect(moveTo('page-down', 90, 100, 20)).toBe(99);
  expect(moveTo('page-up', 5, 100, 20)).toBe(0);
  expect(moveTo('next', 0, 0, 20)).toBeNull();
});
