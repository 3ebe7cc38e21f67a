type Numbers = Uint8Array | Uint32Array | Int32Array | Float64Array;

/**
 * The array itself while it has `length` places, else a longer copy with room to spare, so that
 * growing one by one costs little in all.
 */
export function grown<T extends Numbers>(array: T, length: number, make: (length: number) => T): T {
  if (length <= array.length) return array;
  const longer = make(Math.max(length, 64, Math.ceil(array.length * 1.5)));
  longer.set(array);
  return longer;
}

/**
 * How many places an array keeps of which `length` are in use: those it has, or where more than a
 * quarter would be spare, few to spare.
 */
export function roomOf(array: Numbers, length: number): number {
  const isRoomy = array.length > 64 && array.length > length * 1.25;
  return isRoomy ? Math.max(64, Math.ceil(length * 1.0625)) : array.length;
}

interface Cuttable<T> {
  readonly length: number;
  slice(from: number, to: number): T;
}

/** The array itself while it has no more than so many places, else a copy of the first of them. */
export function cut<T extends Cuttable<T>>(array: T, places: number): T {
  return array.length > places ? array.slice(0, places) : array;
}

export const bytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length);
export const words = (length: number): Uint32Array<ArrayBuffer> => new Uint32Array(length);
export const signed = (length: number): Int32Array<ArrayBuffer> => new Int32Array(length);
export const floats = (length: number): Float64Array<ArrayBuffer> => new Float64Array(length);
