import { words } from '../../lib/grown.ts';
import { searchText } from '../../lib/searchText.ts';
import { allParts } from '../../lib/tasks/takeParts.ts';
import { must, part } from './must.ts';
import type { TextMachine } from './TextMachine.ts';
import { foldParts, join, startsOf, type TextChunk } from './textChunk.ts';

/** Texts as plain data: of each chunk the text, of each text the length; very long ones apart. */
export interface PackedTexts {
  readonly chunks: readonly string[];
  readonly lengths: Uint32Array;
  readonly long: ReadonlyMap<number, string>;
}

const SHIFT = 10;
const PER_CHUNK = 1 << SHIFT;
/** Longer texts are kept apart, so that a chunk stays far below the longest string there can be. */
const LONGEST = 64 * 1024;

/**
 * An append-only list of texts, kept a thousand in one flat string: a third of the memory of as
 * many strings, and a search runs over all of them at the speed of `indexOf`.
 */
export class TextPool {
  #chunks: TextChunk[] = [];
  /** Of the first chunks; the others are folded in parts, or when they are searched. */
  #folded: TextChunk[] = [];
  #folding: Iterator<void, TextChunk> | null = null;
  #open: string[] = [];
  #openChunk: TextChunk | null = null;
  #openFolded: TextChunk | null = null;
  readonly #long = new Map<number, string>();
  #length = 0;
  readonly #form: (text: string) => string;

  /** `form`: that in which its texts are searched. */
  constructor(form = searchText) {
    this.#form = form;
  }

  get size(): number {
    return this.#chunks.length * PER_CHUNK + this.#open.length;
  }

  /** How long its texts are in all: UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** Appends a text and returns its number. */
  push(text: string): number {
    const index = this.size;
    this.#length += text.length;
    if (text.length > LONGEST) {
      this.#long.set(index, text);
      this.#open.push('');
    } else this.#open.push(text);
    this.#openChunk = null;
    this.#openFolded = null;
    if (this.#open.length === PER_CHUNK) {
      this.#chunks.push(join(this.#open));
      this.#open = [];
    }
    return index;
  }

  /** The text of a number; empty for a number never given out. */
  at(index: number): string {
    if (this.#long.size > 0) {
      const long = this.#long.get(index);
      if (long !== undefined) return long;
    }
    const chunk = this.#chunks[index >> SHIFT];
    const place = index & (PER_CHUNK - 1);
    if (!chunk) return index < this.size ? (this.#open[place] ?? '') : '';
    return chunk.text.slice(chunk.starts[place], (chunk.starts[place + 1] ?? 1) - 1);
  }

  /** How long the text of a number is; 0 for a number never given out. */
  lengthAt(index: number): number {
    const chunk = this.#chunks[index >> SHIFT];
    const place = index & (PER_CHUNK - 1);
    const long = this.#long.get(index);
    if (long !== undefined) return long.length;
    if (!chunk) return index < this.size ? (this.#open[place]?.length ?? 0) : 0;
    return (chunk.starts[place + 1] ?? 1) - 1 - (chunk.starts[place] ?? 0);
  }

  /** True when the text of a number is this one. */
  is(index: number, text: string): boolean {
    const chunk = this.#chunks[index >> SHIFT];
    if (!chunk || text.length > LONGEST) return this.at(index) === text;
    const place = index & (PER_CHUNK - 1);
    const start = chunk.starts[place] ?? 0;
    const length = (chunk.starts[place + 1] ?? 1) - 1 - start;
    if (length !== text.length || !chunk.text.startsWith(text, start)) return false;
    return length > 0 || this.#long.size === 0 || !this.#long.has(index);
  }

  /** The text of a number in the form that is searched. */
  foldedAt(index: number): string {
    return this.#form(this.at(index));
  }

  /** True when the text of a number, in the form that is searched, holds a needle. */
  holds(index: number, needle: string): boolean {
    if (this.#long.has(index)) return this.foldedAt(index).includes(needle);
    const { text, starts } = this.foldedChunk(index >> SHIFT);
    const place = index & (PER_CHUNK - 1);
    return text.slice(starts[place], (starts[place + 1] ?? 1) - 1).includes(needle);
  }

  /** The folded texts, chunk by chunk; texts in `longOnes` are empty in them. */
  foldedChunk(number: number): TextChunk {
    while (this.#folded.length <= number && this.foldNext());
    const folded = this.#folded[number];
    if (folded) return folded;
    this.#openChunk ??= join(this.#open);
    this.#openFolded ??= allParts(foldParts(this.#openChunk, this.#form));
    return this.#openFolded;
  }

  /** Does one part of what a search would have to do first; false when there was none. */
  foldNext(): boolean {
    const chunk = this.#chunks[this.#folded.length];
    if (!chunk) return false;
    this.#folding ??= foldParts(chunk, this.#form);
    const { done, value } = this.#folding.next();
    if (done) {
      this.#folded.push(value);
      this.#folding = null;
    }
    return true;
  }

  /** The state of a machine that was in `state` and read the folded text of a number. */
  runFolded(machine: TextMachine, state: number, index: number): number {
    if (this.#long.has(index)) return machine.run(state, this.foldedAt(index));
    const { text, starts } = this.foldedChunk(index >> SHIFT);
    const place = index & (PER_CHUNK - 1);
    return machine.run(state, text, starts[place] ?? 0, (starts[place + 1] ?? 1) - 1);
  }

  get chunkCount(): number {
    return this.#chunks.length + (this.#open.length > 0 ? 1 : 0);
  }

  /** How many texts there are before a chunk. */
  static firstOf(chunk: number): number {
    return chunk << SHIFT;
  }

  /** Which chunk a number is in. */
  static chunkOf(index: number): number {
    return index >> SHIFT;
  }

  /** The very long texts, by number. */
  get longOnes(): ReadonlyMap<number, string> {
    return this.#long;
  }

  /** The texts of these numbers, in that order, as plain data; of all by default. */
  pack(numbers?: Uint32Array): PackedTexts {
    if (numbers && !isAll(numbers, this.size)) return this.#packSome(numbers);
    const chunks = this.#open.length > 0 ? [...this.#chunks, join(this.#open)] : this.#chunks;
    const lengths = words(this.size);
    chunks.forEach(({ starts }, number) => {
      for (let place = 0; place < starts.length - 1; place += 1) {
        const length = (starts[place + 1] ?? 0) - (starts[place] ?? 0) - 1;
        lengths[(number << SHIFT) + place] = length;
      }
    });
    return { chunks: chunks.map((chunk) => chunk.text), lengths, long: new Map(this.#long) };
  }

  #packSome(numbers: Uint32Array): PackedTexts {
    const chunks: string[] = [];
    const lengths = words(numbers.length);
    const long = new Map<number, string>();
    for (let from = 0; from < numbers.length; from += PER_CHUNK) {
      const texts = Array.from(numbers.subarray(from, from + PER_CHUNK), (number, place) => {
        const text = this.at(number);
        if (text.length > LONGEST) {
          long.set(from + place, text);
          return '';
        }
        lengths[from + place] = text.length;
        return text;
      });
      chunks.push(join(texts).text);
    }
    return { chunks, lengths, long };
  }

  /** A pool of packed texts. @throws TypeError when they are none. */
  static unpack(packed: unknown, form = searchText): TextPool {
    const chunks = part(packed, 'chunks');
    const lengths = part(packed, 'lengths');
    const long = part(packed, 'long');
    must(Array.isArray(chunks) && lengths instanceof Uint32Array && long instanceof Map);
    must(chunks.length === Math.ceil(lengths.length / PER_CHUNK));
    const pool = new TextPool(form);
    pool.#length = lengths.reduce((sum, length) => sum + length, 0);
    chunks.forEach((text: unknown, number) => {
      const first = number << SHIFT;
      const starts = startsOf(lengths.subarray(first, first + PER_CHUNK));
      must(typeof text === 'string' && starts.at(-1) === text.length + 1);
      if (starts.length > PER_CHUNK) pool.#chunks.push({ text, starts });
      else for (const [from, end] of pairs(starts)) pool.#open.push(text.slice(from, end - 1));
    });
    for (const [number, text] of long) {
      must(lengths[Number(number)] === 0 && typeof number === 'number' && typeof text === 'string');
      pool.#long.set(number, text);
      pool.#length += text.length;
    }
    return pool;
  }

  /** All texts in order. */
  *[Symbol.iterator](): Generator<string> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index);
  }
}

/** True when the numbers are all there are, in order. */
function isAll(numbers: Uint32Array, size: number): boolean {
  return numbers.length === size && numbers.every((number, at) => number === at);
}

function* pairs(starts: Uint32Array): Generator<[number, number]> {
  for (let place = 1; place < starts.length; place += 1) {
    yield [starts[place - 1] ?? 0, starts[place] ?? 0];
  }
}
