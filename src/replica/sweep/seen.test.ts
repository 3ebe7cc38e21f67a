import { expect, it } from 'vitest';
import { SweepMarks } from './seen.ts';

it('remembers which walk and which page last saw a row', () => {
  const marks = new SweepMarks();
  expect(marks.walkOf(3)).toBe(0);
  marks.see(3, 2, 7);
  expect([marks.walkOf(3), marks.pageOf(3)]).toEqual([2, 7]);
  marks.see(3, 4, 1);
  expect([marks.walkOf(3), marks.pageOf(3)]).toEqual([4, 1]);
  expect(marks.walkOf(99_999)).toBe(0);
  expect(marks.pageOf(99_999)).toBe(-1);
});

it('counts the rows held, each once', () => {
  const marks = new SweepMarks();
  marks.see(0, 2, 0);
  marks.see(0, 3, 0);
  marks.see(5, 3, 0);
  expect(marks.held).toBe(2);
  marks.drop(0);
  marks.drop(0);
  marks.drop(77);
  expect(marks.held).toBe(1);
  expect(marks.walkOf(0)).toBe(0);
  marks.see(0, 4, 0);
  expect(marks.held).toBe(2);
});

it('lists the rows held that no walk has seen since', () => {
  const marks = new SweepMarks();
  marks.see(0, 1, 0);
  marks.see(1, 2, 0);
  marks.see(2, 3, 0);
  marks.see(9, 1, 0);
  marks.drop(9);
  expect(marks.unseenSince(2)).toEqual([0]);
  expect(marks.unseenSince(3)).toEqual([0, 1]);
  expect(marks.unseenSince(1)).toEqual([]);
});

it('holds any number of rows', () => {
  const marks = new SweepMarks();
  const keys = [0, 1023, 1024, 1025, 2047, 2048, 2049, 100_000];
  for (const key of keys) marks.see(key, key + 1, key + 2);
  for (const key of keys) {
    expect([marks.walkOf(key), marks.pageOf(key)]).toEqual([key + 1, key + 2]);
  }
  expect(marks.held).toBe(keys.length);
});
