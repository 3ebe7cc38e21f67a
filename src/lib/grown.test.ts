import { expect, it } from 'vitest';
import { bytes, cut, floats, grown, roomOf, signed, words } from './grown.ts';

it('is the array itself while it is long enough', () => {
  const array = words(4);
  expect(grown(array, 3, words)).toBe(array);
  expect(grown(array, 4, words)).toBe(array);
});

it('holds what it held, with room to spare', () => {
  const array = Uint32Array.of(1, 2, 3);
  const longer = grown(array, 4, words);
  expect(longer).toHaveLength(64);
  expect([...longer.slice(0, 5)]).toEqual([1, 2, 3, 0, 0]);
  expect(grown(words(64), 65, words)).toHaveLength(96);
  expect(grown(words(65), 66, words)).toHaveLength(98);
  expect(grown(words(64), 1000, words)).toHaveLength(1000);
});

it('keeps few places to spare where more than a quarter would be', () => {
  expect(roomOf(words(1251), 1000)).toBe(1063);
  expect(roomOf(words(1250), 1000)).toBe(1250);
  expect(roomOf(words(65), 1)).toBe(64);
  expect(roomOf(words(64), 1)).toBe(64);
});

it('is cut to its first places, and else the array itself', () => {
  const array = Uint32Array.of(1, 2, 3);
  expect(cut(array, 3)).toBe(array);
  expect(cut(array, 2)).toEqual(Uint32Array.of(1, 2));
});

it('makes arrays of each kind', () => {
  expect([bytes(1), words(1), signed(1), floats(1)]).toEqual([
    new Uint8Array(1),
    new Uint32Array(1),
    new Int32Array(1),
    new Float64Array(1),
  ]);
});
