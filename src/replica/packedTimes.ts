import { must, part } from './must.ts';
import type { TimeColumn, TimeShapes } from './TimeColumn.ts';
import { isPrintableTime } from './timeShape.ts';

/** A time column; `places` and `texts` are what no shape could say. */
export interface PackedTimes {
  readonly ms: Float64Array;
  readonly shapes: Uint8Array;
  readonly places: Uint32Array;
  readonly texts: readonly string[];
}

export function packTimes(column: TimeColumn, length: number): PackedTimes {
  return {
    ms: column.ms.slice(0, length),
    shapes: column.shapes.slice(0, length),
    places: Uint32Array.from(column.written.keys()),
    texts: [...column.written.values()],
  };
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
