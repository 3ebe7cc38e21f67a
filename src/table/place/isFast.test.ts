import { expect, it } from 'vitest';
import { isFast } from './isFast.ts';

const at = (time: number, distance: number) => ({ top: 0, at: time, distance });

it('is fast when several rows pass in each of two events that follow closely', () => {
  expect(isFast(at(0, 300), at(16, 300), 32)).toBe(true);
});

it('is not fast for one leap, for small steps, or for leaps far apart', () => {
  expect(isFast(at(0, 0), at(16, 5000), 32)).toBe(false);
  expect(isFast(at(0, 5000), at(16, 10), 32)).toBe(false);
  expect(isFast(at(0, 100), at(16, 100), 32)).toBe(false);
  expect(isFast(at(0, 600), at(400, 600), 32)).toBe(false);
});
