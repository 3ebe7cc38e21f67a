import { expect, it } from 'vitest';
import { SeenRows } from './SeenRows.ts';

it('remembers which walk and which page last saw a row', () => {
  const rows = new SeenRows();
  expect(rows.walkOf(3)).toBe(0);
  rows.see(3, 2, 7);
  expect([rows.walkOf(3), rows.pageOf(3)]).toEqual([2, 7]);
  rows.see(3, 4, 1);
  expect([rows.walkOf(3), rows.pageOf(3)]).toEqual([4, 1]);
  expect(rows.walkOf(99_999)).toBe(0);
  expect(rows.pageOf(99_999)).toBe(-1);
});

it('counts the rows known, each once', () => {
  const rows = new SeenRows();
  rows.see(0, 2, 0);
  rows.see(0, 3, 0);
  rows.see(5, 3, 0);
  expect(rows.size).toBe(2);
  rows.drop(0);
  rows.drop(0);
  rows.drop(77);
  expect(rows.size).toBe(1);
  expect(rows.walkOf(0)).toBe(0);
  rows.see(0, 4, 0);
  expect(rows.size).toBe(2);
});

it('lists the rows known that no walk has seen since', () => {
  const rows = new SeenRows();
  rows.see(0, 1, 0);
  rows.see(1, 2, 0);
  rows.see(2, 3, 0);
  rows.see(9, 1, 0);
  rows.drop(9);
  expect(rows.unseenSince(2)).toEqual([0]);
  expect(rows.unseenSince(3)).toEqual([0, 1]);
  expect(rows.unseenSince(1)).toEqual([]);
});

it('takes any number of rows', () => {
  const rows = new SeenRows();
  const keys = [0, 1023, 1024, 1025, 2047, 2048, 2049, 100_000];
  for (const key of keys) rows.see(key, key + 1, key + 2);
  for (const key of keys) {
    expect([rows.walkOf(key), rows.pageOf(key)]).toEqual([key + 1, key + 2]);
  }
  expect(rows.size).toBe(keys.length);
});

it('remembers every row after it gave back what was spare, and takes more', () => {
  const seen = new SeenRows();
  for (let key = 0; key < 1100; key += 1) seen.see(key, 1, key + 1);
  expect([seen.trim(), seen.trim()]).toEqual([true, false]);
  for (let key = 1100; key < 1300; key += 1) seen.see(key, 2, key + 1);
  const keys = Array.from({ length: 1300 }, (_, key) => key);
  expect(keys.map((key) => seen.pageOf(key))).toEqual(keys.map((key) => key + 1));
  expect(seen.unseenSince(2)).toEqual(keys.slice(0, 1100));
  expect([seen.size, seen.walkOf(1300)]).toEqual([1300, 0]);
});
