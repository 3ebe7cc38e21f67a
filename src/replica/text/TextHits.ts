import { bytes, grown } from '../../lib/grown.ts';
import type { TextMachine } from './TextMachine.ts';
import { TextPool } from './TextPool.ts';

/** Which texts of a pool match: 1 at the number of each, and how many there are. */
export interface Hits {
  readonly marks: Uint8Array;
  readonly count: number;
}

interface Found {
  marks: Uint8Array<ArrayBuffer>;
  count: number;
  /** How many texts of the pool were looked at. */
  seen: number;
}

/** What is known beforehand of searches that go on from a literal. */
interface ReadAhead {
  readonly literal: string;
  /** Of how many texts. */
  readonly seen: number;
  /** What a longer literal is found in; null where that is not known. */
  readonly find: (longer: string) => Found | null;
}

interface Search extends Found {
  readonly key: string;
  readonly literal: string;
  readonly isLiteral: boolean;
}

const KEPT = 8;
/** To look at one text by itself costs as much as to read so many letters in a row. */
const ONE_LOOK = 150;

/**
 * Searches the texts of one pool, each once: an answer is kept, goes on where it was when the
 * pool has grown, and is narrowed when the next search asks for more of the same.
 */
export class TextHits {
  readonly pool: TextPool;
  /** Set by `readNextLetters`. */
  ahead: ReadAhead | null = null;
  #searches: Search[] = [];

  constructor(pool: TextPool) {
    this.pool = pool;
  }

  /** The search that was asked for last. */
  get latest(): Readonly<Search> | undefined {
    return this.#searches[0];
  }

  /** The texts that match. */
  of(machine: TextMachine): Hits {
    const { key } = machine;
    const known = this.#searches.find((one) => one.key === key);
    const search = known ?? this.#begin(machine);
    this.#searches = [search, ...this.#searches.filter((one) => one !== search)].slice(0, KEPT);
    const { seen } = search;
    if (seen < this.pool.size) {
      search.marks = grown(search.marks, this.pool.size, bytes);
      search.count += findFrom(this.pool, machine.literal, search.marks, seen);
      if (!machine.isLiteral) this.#keepMatches(search, machine, seen);
      search.seen = this.pool.size;
    }
    return search;
  }

  /** A new search; where an earlier one holds all that it can find, only that is looked at. */
  #begin({ key, literal, isLiteral }: TextMachine): Search {
    const found = (isLiteral && this.ahead?.find(literal)) || none(this.pool.size);
    const search = { key, literal, isLiteral, ...found };
    if (!isLiteral || found.seen > 0) return search;
    const { size, length } = this.pool;
    const least = length / (length / size + ONE_LOOK);
    const wider = this.#searches.find(
      (one) => one.isLiteral && literal.includes(one.literal) && one.count < least,
    );
    if (!wider) return search;
    search.seen = wider.seen;
    for (let at = wider.marks.indexOf(1); at >= 0; at = wider.marks.indexOf(1, at + 1)) {
      if (!this.pool.holds(at, literal)) continue;
      search.marks[at] = 1;
      search.count += 1;
    }
    return search;
  }

  #keepMatches(search: Search, machine: TextMachine, from: number): void {
    const { marks } = search;
    for (let at = marks.indexOf(1, from); at >= 0; at = marks.indexOf(1, at + 1)) {
      if (machine.accepts(this.pool.runFolded(machine, machine.start, at))) continue;
      marks[at] = 0;
      search.count -= 1;
    }
  }
}

const none = (size: number): Found => ({ marks: bytes(size), count: 0, seen: 0 });

/** Marks the texts from number `from` on whose form holds a needle; returns how many. */
function findFrom(pool: TextPool, needle: string, marks: Uint8Array, from: number): number {
  let count = 0;
  for (let chunk = TextPool.chunkOf(from); chunk < pool.chunkCount; chunk += 1) {
    count += findInChunk(pool, chunk, needle, marks, from);
  }
  for (const number of pool.longOnes.keys()) {
    if (number < from || marks[number] === 1) continue;
    if (!pool.foldedAt(number).includes(needle)) continue;
    marks[number] = 1;
    count += 1;
  }
  return count;
}

function findInChunk(
  pool: TextPool,
  chunk: number,
  needle: string,
  marks: Uint8Array,
  from: number,
): number {
  const { text, starts } = pool.foldedChunk(chunk);
  const first = TextPool.firstOf(chunk);
  const last = Math.min(starts.length - 1, pool.size - first);
  const length = needle.length;
  let count = 0;
  let place = Math.max(from - first, 0);
  let at = starts[place] ?? 0;
  while (place < last) {
    // Where ids begin alike, a common start would be a call of indexOf for each of them.
    if (!startsAt(text, at, needle)) at = text.indexOf(needle, at);
    if (at < 0) return count;
    while (at >= (starts[place + 1] ?? 0) && place < last) place += 1;
    const end = (starts[place + 1] ?? 0) - 1;
    if (place < last && at + length <= end) {
      marks[first + place] = 1;
      count += 1;
      place += 1;
      at = end + 1;
    } else at += 1;
  }
  return count;
}

function startsAt(text: string, at: number, needle: string): boolean {
  for (let place = 0; place < needle.length; place += 1) {
    if (text.charCodeAt(at + place) !== needle.charCodeAt(place)) return false;
  }
  return true;
}
