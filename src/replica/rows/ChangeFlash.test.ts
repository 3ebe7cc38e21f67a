import { expect, it } from 'vitest';
import { ChangeFlash } from './ChangeFlash.ts';

it('gives the rows that changed since they were last asked for', () => {
  const flash = new ChangeFlash();
  expect([...flash.rows(0)]).toEqual([]);
  flash.add([1, 2], 0);
  flash.add([2, 3], 10);
  expect([...flash.rows(20)]).toEqual([1, 2, 3]);
  flash.add([4], 30);
  expect([...flash.rows(40)]).toEqual([4]);
});

it('is the same set until it changes', () => {
  const flash = new ChangeFlash();
  flash.add([1], 0);
  const rows = flash.rows(0);
  flash.add([], 100);
  expect(flash.rows(1499)).toBe(rows);
  expect([...flash.rows(1500)]).toEqual([]);
  expect(flash.rows(9000)).toBe(flash.rows(9001));
});

it('fades after a second and a half, but not before it was once asked for', () => {
  const flash = new ChangeFlash();
  flash.add([1], 0);
  expect([...flash.rows(60_000)]).toEqual([1]);
  expect([...flash.rows(60_000)]).toEqual([]);
});

it('fades by a clock that is set back too', () => {
  const flash = new ChangeFlash();
  flash.add([1], 100_000);
  expect([...flash.rows(100_000)]).toEqual([1]);
  expect([...flash.rows(98_600)]).toEqual([1]);
  expect([...flash.rows(98_500)]).toEqual([]);
});
