import { expect, it } from 'vitest';
import { PagePlaces } from './PagePlaces.ts';

it('expects a row where it was seen, moved down by what came above it', () => {
  const places = new PagePlaces();
  places.note(3, 700, 2000);
  expect(places.expected(3, 2000, true)).toBe(700);
  expect(places.expected(3, 2040, true)).toBe(740);
  expect(places.expected(3, 1990, true)).toBe(690);
  expect(places.expected(3, 100, true)).toBe(0);
});

it('expects it to stay where the list is not newest first, or not counted', () => {
  const places = new PagePlaces();
  places.note(3, 700, 2000);
  expect(places.expected(3, 2040, false)).toBe(700);
  expect(places.expected(3, null, true)).toBe(700);
  places.note(3, 701, null);
  expect(places.expected(3, 2040, true)).toBe(701);
  places.note(3, 702, 0);
  expect(places.expected(3, 5, true)).toBe(707);
});

it('expects nothing of a row that it was never told of', () => {
  const places = new PagePlaces();
  expect(places.expected(0, 10, true)).toBeNull();
  expect(places.expected(5000, 10, true)).toBeNull();
  places.note(5000, 0, 10);
  expect(places.expected(5000, 10, true)).toBe(0);
  expect(places.expected(4999, 10, true)).toBeNull();
  expect(places.expected(5001, 10, true)).toBeNull();
});

it('remembers every row, however many there are', () => {
  const places = new PagePlaces();
  for (const row of [0, 1023, 1024, 1025, 2047, 2048, 9000, 100_000]) {
    places.note(row, row + 1, row + 2);
  }
  for (const row of [0, 1023, 1024, 1025, 2047, 2048, 9000, 100_000]) {
    expect(places.expected(row, row + 7, true)).toBe(row + 6);
  }
});

it('remembers every row after it gave back what was spare, and takes more', () => {
  const places = new PagePlaces();
  for (let row = 0; row < 1100; row += 1) places.note(row, row + 1, 2000);
  expect([places.trim(), places.trim()]).toEqual([true, false]);
  for (let row = 1100; row < 1300; row += 1) places.note(row, row + 1, 2000);
  const rows = Array.from({ length: 1300 }, (_, row) => row);
  expect(rows.map((row) => places.expected(row, 2000, true))).toEqual(rows.map((row) => row + 1));
  expect(places.expected(1300, 2000, true)).toBeNull();
});

it('knows rows by their new numbers', () => {
  const places = new PagePlaces();
  places.note(3, 30, 100);
  places.note(7, 70, null);
  places.note(9, 90, 100);
  places.renumber([3, 7, 8], Uint32Array.of(0, 0, 0, 0, 0, 0, 0, 1, 2));
  expect([0, 1, 2, 3, 7, 9].map((row) => places.expected(row, 110, true))).toEqual([
    40,
    70,
    null,
    null,
    null,
    null,
  ]);
});
