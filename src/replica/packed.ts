import type { TextPool } from './TextPool.ts';
import type { TimeColumn, TimeShapes } from './TimeColumn.ts';
import { isPrintableTime } from './timeShape.ts';

/** Texts of a pool in one string, with the length of each. */
export interface PackedTexts {
  readonly text: string;
  readonly lengths: Uint32Array;
}

/** A time column; `places` and `texts` are what no shape could say. */
export interface PackedTimes {
  readonly ms: Float64Array;
  readonly shapes: Uint8Array;
  readonly places: Uint32Array;
  readonly texts: readonly string[];
}

export function packTexts(pool: TextPool): PackedTexts {
  const texts = [...pool];
  return { text: texts.join(''), lengths: Uint32Array.from(texts, (text) => text.length) };
}

export function packTimes(column: TimeColumn, length: number): PackedTimes {
  return {
    ms: column.ms.slice(0, length),
    shapes: column.shapes.slice(0, length),
    places: Uint32Array.from(column.written.keys()),
    texts: [...column.written.values()],
  };
}

/** @throws TypeError when the condition does not hold: the snapshot is corrupt. */
export function must(condition: boolean): asserts condition {
  if (!condition) throw new TypeError('corrupt snapshot');
}

/** The property of an object, whatever it is. @throws TypeError when there is none. */
export function part(whole: unknown, name: string): unknown {
  must(typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name));
  return Reflect.get(whole, name);
}

/** The texts packed. @throws TypeError when they are not packed texts. */
export function* unpackTexts(packed: unknown): Generator<string> {
  const text = part(packed, 'text');
  const lengths = part(packed, 'lengths');
  must(typeof text === 'string' && lengths instanceof Uint32Array);
  let at = 0;
  for (const length of lengths) {
    must(at + length <= text.length);
    yield text.slice(at, at + length);
    at += length;
  }
  must(at === text.length);
}

/** Codes of `length` places, each below `limit`. @throws TypeError when they are not. */
export function unpackCodes(
  packed: unknown,
  length: number,
  limit: number,
): Uint32Array<ArrayBuffer> {
  must(packed instanceof Uint32Array && packed.length === length);
  for (const code of packed) must(code < limit);
  return Uint32Array.from(packed);
}

/** Fills a column. @throws TypeError when what is packed is no such column. */
export function unpackTimes(
  packed: unknown,
  length: number,
  column: TimeColumn,
  shapes: TimeShapes,
): void {
  const ms = part(packed, 'ms');
  const codes = part(packed, 'shapes');
  const places = part(packed, 'places');
  const texts = part(packed, 'texts');
  must(ms instanceof Float64Array && ms.length === length);
  must(codes instanceof Uint8Array && codes.length === length);
  must(places instanceof Uint32Array && Array.isArray(texts) && texts.length === places.length);
  places.forEach((place, at) => {
    const text: unknown = texts[at];
    must(place < length && typeof text === 'string');
    column.written.set(place, text);
  });
  codes.forEach((code, at) => {
    must(shapes.has(code) ? isPrintableTime(ms[at] ?? Number.NaN) : code <= 1);
    must((code === 1) === column.written.has(at));
  });
  column.ms = Float64Array.from(ms);
  column.shapes = Uint8Array.from(codes);
}
