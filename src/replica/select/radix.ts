import { words } from '../../lib/grown.ts';

/** The digits of a 64-bit key, low first: which 32-bit word, how far up in it. */
const DIGITS = [
  { word: 0, shift: 0 },
  { word: 0, shift: 11 },
  { word: 0, shift: 22 },
  { word: 1, shift: 0 },
  { word: 1, shift: 11 },
  { word: 1, shift: 22 },
] as const;
const BUCKETS = 1 << 11;
const MASK = BUCKETS - 1;

/** Rows in order; the first `known` have a key, the others none. */
export interface SortedRows {
  readonly rows: Uint32Array;
  readonly known: number;
  /** True when two rows have the same key. */
  readonly isTie: (a: number, b: number) => boolean;
}

/**
 * Sorts rows by a numeric key of each row, NaN last in both directions; rows of equal keys keep
 * their order. A radix sort over the bits of the keys: linear, and digits in which all keys
 * agree cost nothing. `keys` is used up.
 */
export function sortByKey(
  rows: Uint32Array,
  keys: Float64Array<ArrayBuffer>,
  isDescending: boolean,
): SortedRows {
  let source = words(rows.length);
  const known = knownFirst(rows, keys, source);
  const bits = orderedBits(keys, isDescending);
  const counts = countDigits(source, known, bits);
  let target = words(rows.length);
  target.set(source.subarray(known), known);
  DIGITS.forEach(({ word, shift }, digit) => {
    const starts = counts.subarray(digit * BUCKETS, (digit + 1) * BUCKETS);
    if (!countsToStarts(starts, known)) return;
    for (let at = 0; at < known; at += 1) {
      const row = source[at] ?? 0;
      const bucket = ((bits[2 * row + word] ?? 0) >>> shift) & MASK;
      const place = starts[bucket] ?? 0;
      starts[bucket] = place + 1;
      target[place] = row;
    }
    [source, target] = [target, source];
  });
  return {
    rows: source,
    known,
    isTie: (a, b) => bits[2 * a] === bits[2 * b] && bits[2 * a + 1] === bits[2 * b + 1],
  };
}

/** A rank that no row has: its key is unknown. */
export const NO_RANK = 0xffffffff;

/**
 * Sorts rows by a rank of each row, below `size`, `NO_RANK` last in both directions; rows of
 * equal rank keep their order. One pass that counts and one that places.
 */
export function sortByRank(
  rows: Uint32Array,
  ranks: Uint32Array,
  size: number,
  isDescending: boolean,
): SortedRows {
  const starts = words(size + 1);
  for (let at = 0; at < rows.length; at += 1) {
    const rank = Math.min(ranks[rows[at] ?? 0] ?? NO_RANK, size);
    starts[rank] = (starts[rank] ?? 0) + 1;
  }
  const known = rows.length - (starts[size] ?? 0);
  let start = 0;
  for (let step = 0; step < size; step += 1) {
    const rank = isDescending ? size - 1 - step : step;
    const count = starts[rank] ?? 0;
    starts[rank] = start;
    start += count;
  }
  starts[size] = known;
  const sorted = words(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const rank = Math.min(ranks[row] ?? NO_RANK, size);
    const place = starts[rank] ?? 0;
    starts[rank] = place + 1;
    sorted[place] = row;
  }
  return { rows: sorted, known, isTie: (a, b) => ranks[a] === ranks[b] };
}

/** The same rows in the other direction, without a sort: groups turn round, ties do not. */
export function reversed({ rows, known, isTie }: SortedRows): SortedRows {
  const turned = words(rows.length);
  turned.set(rows.subarray(known), known);
  let written = 0;
  let end = known;
  while (end > 0) {
    const last = rows[end - 1] ?? 0;
    let from = end - 1;
    while (from > 0 && isTie(rows[from - 1] ?? 0, last)) from -= 1;
    for (let at = from; at < end; at += 1) turned[written++] = rows[at] ?? 0;
    end = from;
  }
  return { rows: turned, known, isTie };
}

/** Copies the rows, those without a key behind the others; returns how many have one. */
function knownFirst(rows: Uint32Array, keys: Float64Array, into: Uint32Array): number {
  let known = 0;
  let unknown = 0;
  const without = words(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (Number.isNaN(keys[row])) without[unknown++] = row;
    else into[known++] = row;
  }
  into.set(without.subarray(0, unknown), known);
  return known;
}

/** Turns doubles, in place, into pairs of words (low, high) that compare as the doubles do. */
function orderedBits(keys: Float64Array<ArrayBuffer>, isDescending: boolean): Uint32Array {
  const bits = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  const flip = isDescending ? 0xffffffff : 0;
  for (let at = 0; at < keys.length; at += 1) {
    // Minus zero is equal to zero, but its bits are not.
    if (keys[at] === 0) keys[at] = 0;
    const high = bits[2 * at + 1] ?? 0;
    const isNegative = high >>> 31 === 1;
    bits[2 * at + 1] = high ^ (isNegative ? 0xffffffff : 0x80000000) ^ flip;
    bits[2 * at] = (bits[2 * at] ?? 0) ^ (isNegative ? 0xffffffff : 0) ^ flip;
  }
  return bits;
}

/** How often each value of each digit occurs. */
function countDigits(rows: Uint32Array, known: number, bits: Uint32Array): Uint32Array {
  const counts = words(BUCKETS * DIGITS.length);
  for (let at = 0; at < known; at += 1) {
    const row = rows[at] ?? 0;
    for (let word = 0; word < 2; word += 1) {
      const value = bits[2 * row + word] ?? 0;
      const base = word * 3 * BUCKETS;
      const low = base + (value & MASK);
      const middle = base + BUCKETS + ((value >>> 11) & MASK);
      const high = base + 2 * BUCKETS + (value >>> 22);
      counts[low] = (counts[low] ?? 0) + 1;
      counts[middle] = (counts[middle] ?? 0) + 1;
      counts[high] = (counts[high] ?? 0) + 1;
    }
  }
  return counts;
}

/** Turns counts into the place where each bucket starts; false when one bucket has all. */
function countsToStarts(counts: Uint32Array, total: number): boolean {
  let start = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const count = counts[bucket] ?? 0;
    if (count === total) return false;
    counts[bucket] = start;
    start += count;
  }
  return true;
}
