import { bytes, grown, words } from '../../lib/grown.ts';
import { takeParts } from '../../lib/tasks/takeParts.ts';
import type { TextHits } from './TextHits.ts';
import { TextPool } from './TextPool.ts';

/** So many places are read in one part. */
const PLACES = 1024;

/**
 * Reads which letters follow what was searched last, for at most `budgetMs` milliseconds each time
 * that it is called; true once all are read. A search for one letter more then has nothing to look
 * for. `searched` is asked at the first call.
 */
export function readNextLetters(
  searched: () => readonly TextHits[],
): (budgetMs: number) => boolean {
  const parts = readAll(searched);
  return (budgetMs) => takeParts(parts, budgetMs) !== null;
}

function* readAll(searched: () => readonly TextHits[]): Generator<void, void> {
  for (const hits of searched()) yield* readLatest(hits);
}

/** Nothing where the letters are known, or where it was no search for a literal. */
function* readLatest(hits: TextHits): Generator<void, void> {
  const { pool, latest, ahead } = hits;
  if (!latest?.isLiteral || latest.literal === '') return;
  const { literal, marks, seen } = latest;
  if (ahead?.literal === literal && ahead.seen === seen) return;
  const found = new FoundLetters(seen);
  let at = marks.indexOf(1);
  while (at >= 0 && at < seen) {
    const chunk = TextPool.chunkOf(at);
    yield* readChunk(pool, chunk, literal, found);
    at = marks.indexOf(1, TextPool.firstOf(chunk + 1));
  }
  for (const number of pool.longOnes.keys()) {
    yield* readText(pool.foldedAt(number), literal, (_, bit) => found.note(number, bit));
  }
  hits.ahead = { literal, seen, find: (longer) => found.after(longer, literal) };
}

/** Which letters follow a literal; of texts that do not hold it there is nothing here. */
class FoundLetters {
  readonly #seen: number;
  #count = 0;
  #numbers = words(0);
  /** One bit for each letter from a to z. */
  #letters = words(0);

  /** `seen`: how many texts are looked at. */
  constructor(seen: number) {
    this.#seen = seen;
  }

  /** All that is noted of one text comes before anything of another. */
  note(number: number, bit: number): void {
    if (bit === 0 || number >= this.#seen) return;
    const last = this.#count - 1;
    if (last >= 0 && this.#numbers[last] === number) {
      this.#letters[last] = (this.#letters[last] ?? 0) | bit;
      return;
    }
    this.#count += 1;
    this.#numbers = grown(this.#numbers, this.#count, words);
    this.#letters = grown(this.#letters, this.#count, words);
    this.#numbers[last + 1] = number;
    this.#letters[last + 1] = bit;
  }

  /** What a literal with one letter more is found in; null for any other. */
  after(longer: string, literal: string) {
    const bit = letterBit(longer.charCodeAt(literal.length));
    const isOneMore = longer.length === literal.length + 1 && longer.startsWith(literal);
    if (bit === 0 || !isOneMore) return null;
    const marks = bytes(this.#seen);
    let count = 0;
    for (let at = 0; at < this.#count; at += 1) {
      if (((this.#letters[at] ?? 0) & bit) === 0) continue;
      marks[this.#numbers[at] ?? 0] = 1;
      count += 1;
    }
    return { marks, count, seen: this.#seen };
  }
}

/** The bit of a letter from a to z; 0 for any other. */
function letterBit(code: number): number {
  return code >= 97 && code <= 122 ? 1 << (code - 97) : 0;
}

function* readChunk(
  pool: TextPool,
  chunk: number,
  literal: string,
  found: FoundLetters,
): Generator<void, void> {
  const { text, starts } = pool.foldedChunk(chunk);
  const first = TextPool.firstOf(chunk);
  let place = 0;
  yield* readText(text, literal, (at, bit) => {
    while (at >= (starts[place + 1] ?? text.length)) place += 1;
    found.note(first + place, bit);
  });
  yield;
}

/** Tells of each place of a literal which letter comes next; there is none after the last one. */
function* readText(
  text: string,
  literal: string,
  note: (at: number, bit: number) => void,
): Generator<void, void> {
  let left = PLACES;
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
    note(at, letterBit(text.charCodeAt(at + literal.length)));
    left -= 1;
    if (left > 0) continue;
    left = PLACES;
    yield;
  }
}
