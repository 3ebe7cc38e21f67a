/** A stream of reproducible random choices. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  chance(probability: number): boolean;
  /** Skewed to the right around a median, as durations are. */
  around(median: number, spread?: number): number;
  /** `length` characters of `0-9a-z`, or fewer letters with a smaller `base`. */
  letters(length: number, base?: number): string;
}

/** The stream that `parts` name: the same parts give the same stream (mulberry32 over FNV-1a). */
export function randomFrom(...parts: readonly (number | string)[]): Random {
  let state = fnv1a(parts.join('/'));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    chance: (probability) => next() < probability,
    around: (median, spread = 0.6) =>
      median * Math.exp(spread * (next() + next() + next() + next() - 2) * 1.732),
    letters: (length, base = 36) => {
      const pairs = pairsOf(base);
      let text = '';
      for (let at = 0; at < length; at += 2) text += pairs[int(0, pairs.length - 1)] ?? '';
      text = text.slice(0, length);
      return text;
    },
  };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

const tables = new Map<number, readonly string[]>();

/** Every two letters: `toString(36)` of a fresh number costs as much as all else of an id. */
function pairsOf(base: number): readonly string[] {
  const known = tables.get(base);
  if (known) return known;
  const made = Array.from({ length: base * base }, (_, at) => at.toString(base).padStart(2, '0'));
  tables.set(base, made);
  return made;
}
