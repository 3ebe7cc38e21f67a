import { must, part } from '../text/must.ts';
import { AS_WRITTEN, NO_TIME, type TimeColumn, type TimeShapes } from './TimeColumn.ts';
import { isPrintableTime } from './timeShape.ts';

/** A time column; `places` and `texts` are what no shape could say. */
export interface PackedTimes {
  readonly ms: Float64Array;
  readonly shapes: Uint8Array;
  readonly places: Uint32Array;
  readonly texts: readonly string[];
}

/** The times of these places, in that order. */
export function packTimes(column: TimeColumn, places: Uint32Array): PackedTimes {
  const ms = new Float64Array(places.length);
  const shapes = new Uint8Array(places.length);
  const written: number[] = [];
  const texts: string[] = [];
  places.forEach((place, at) => {
    const shape = column.shapes[place] ?? NO_TIME;
    ms[at] = column.ms[place] ?? Number.NaN;
    shapes[at] = shape;
    if (shape !== AS_WRITTEN) return;
    written.push(at);
    texts.push(column.written.get(place) ?? '');
  });
  return { ms, shapes, places: Uint32Array.from(written), texts };
}

/** Codes of `length` places, each below `limit`. @throws TypeError when they are not. */
export function unpackCodes(
  packed: unknown,
  length: number,
  limit: number,
): Uint32Array<ArrayBuffer> {
  must(packed instanceof Uint32Array && packed.length === length);
  for (let at = 0; at < length; at += 1) must((packed[at] ?? limit) < limit);
  return new Uint32Array(packed);
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
  let written = 0;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === AS_WRITTEN) {
      written += 1;
      must(column.written.has(at));
    } else must(code === NO_TIME || (shapes.has(code) && isPrintableTime(ms[at] ?? Number.NaN)));
  }
  must(written === column.written.size);
  column.ms = new Float64Array(ms);
  column.shapes = new Uint8Array(codes);
}
