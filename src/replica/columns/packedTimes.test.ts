import { beforeEach, describe, expect, it } from 'vitest';
import { type PackedTimes, packTimes, unpackCodes, unpackTimes } from './packedTimes.ts';
import { AS_WRITTEN, NO_TIME, TimeColumn, TimeShapes } from './TimeColumn.ts';

const TEXTS = ['2026-11-03T12:00:00Z', null, 'today', '2026-11-03 12:00', 'soon'];

let shapes: TimeShapes;
let packed: PackedTimes;

beforeEach(() => {
  shapes = new TimeShapes();
  const column = new TimeColumn(shapes);
  column.ensure(TEXTS.length);
  for (const [at, text] of TEXTS.entries()) column.set(at, text);
  packed = packTimes(column, Uint32Array.from(TEXTS.keys()));
});

function unpack(times: unknown, length = TEXTS.length): TimeColumn {
  const column = new TimeColumn(shapes);
  unpackTimes(times, length, column, shapes);
  return column;
}

const at = <T extends Uint8Array | Float64Array>(array: T, place: number, value: number): T => {
  const copy = array.slice();
  copy[place] = value;
  return copy as T;
};

describe('a packed column of times', () => {
  it('holds as much as was asked for', () => {
    expect(packed.ms).toHaveLength(5);
    expect([...packed.shapes]).toEqual([2, NO_TIME, AS_WRITTEN, 3, AS_WRITTEN]);
    expect([...packed.places]).toEqual([2, 4]);
    expect(packed.texts).toEqual(['today', 'soon']);
  });

  it('holds the places asked for, in their order', () => {
    const column = unpack(packed);
    const some = packTimes(column, Uint32Array.of(4, 1, 0));
    expect([...some.places]).toEqual([0]);
    const read = unpack(some, 3);
    expect([0, 1, 2].map((place) => read.text(place))).toEqual(['soon', null, TEXTS[0]]);
  });

  it('is read back to the letter', () => {
    const column = unpack(packed);
    expect(TEXTS.map((_, place) => column.text(place))).toEqual(TEXTS);
    expect(column.ms).not.toBe(packed.ms);
    expect(column.shapes).not.toBe(packed.shapes);
  });

  it.each<[string, (times: PackedTimes) => object]>([
    ['moments that are no numbers', () => ({ ms: [0, 0, 0, 0, 0] })],
    ['a moment too few', ({ ms }) => ({ ms: ms.slice(1) })],
    ['spellings that are no numbers', ({ shapes: codes }) => ({ shapes: [...codes] })],
    ['a spelling too few', ({ shapes: codes }) => ({ shapes: codes.slice(0, 4) })],
    ['places that are no numbers', () => ({ places: [2, 4] })],
    ['no list of texts', () => ({ texts: { 0: 'today', 1: 'soon', length: 2 } })],
    ['a text too few', () => ({ texts: ['today'] })],
    ['a text that is none', () => ({ texts: ['today', 5] })],
    ['a text beyond the end', () => ({ places: Uint32Array.of(2, 5) })],
    ['a text in the place of another time', () => ({ places: Uint32Array.of(2, 3) })],
    ['a text too many', () => ({ places: Uint32Array.of(2, 4, 0), texts: ['a', 'b', 'c'] })],
    ['a text in one place twice', () => ({ places: Uint32Array.of(2, 2) })],
    ['an unknown spelling', ({ shapes: codes }) => ({ shapes: at(codes, 0, 4) })],
    ['a moment that cannot be printed', ({ ms }) => ({ ms: at(ms, 0, Number.NaN) })],
  ])('is refused with %s', (_, change) => {
    expect(() => unpack({ ...packed, ...change(packed) })).toThrow(TypeError);
  });

  it('needs no moment where there is no time', () => {
    expect(unpack({ ...packed, ms: at(packed.ms, 1, Number.NaN) }).text(1)).toBeNull();
  });

  it('is refused where another length is meant', () => {
    expect(() => unpack(packed, 4)).toThrow(TypeError);
    expect(() => unpack(packed, 6)).toThrow(TypeError);
  });
});

describe('packed codes', () => {
  it('are copied', () => {
    const codes = Uint32Array.of(0, 2, 1);
    const read = unpackCodes(codes, 3, 3);
    expect([...read]).toEqual([0, 2, 1]);
    expect(read).not.toBe(codes);
  });

  it.each([
    ['are no numbers', [0, 2, 1]],
    ['are numbers of another kind', Uint8Array.of(0, 2, 1)],
    ['are too few', Uint32Array.of(0, 2)],
    ['are too many', Uint32Array.of(0, 2, 1, 0)],
    ['say more than there is', Uint32Array.of(0, 3, 1)],
  ])('are refused where they %s', (_, codes) => {
    expect(() => unpackCodes(codes, 3, 3)).toThrow(TypeError);
  });
});
