import { foldCase } from '../lib/text.ts';
import { words } from './grown.ts';
import type { TextMachine } from './TextMachine.ts';

/** Texts in one flat string, each followed by a separator; `starts` has one place more. */
export interface TextChunk {
  readonly text: string;
  readonly starts: Uint32Array;
}

const SHIFT = 10;
const PER_CHUNK = 1 << SHIFT;
/** Longer texts are kept apart, so that a chunk stays far below the longest string there can be. */
const LONGEST = 64 * 1024;
const SEPARATOR = '\n';

/**
 * An append-only list of texts, kept a thousand in one flat string: a third of the memory of as
 * many strings, and a search runs over all of them at the speed of `indexOf`.
 */
export class TextPool {
  #chunks: TextChunk[] = [];
  #folded: TextChunk[] = [];
  #open: string[] = [];
  #openChunk: TextChunk | null = null;
  #openFolded: TextChunk | null = null;
  readonly #long = new Map<number, string>();

  /** A pool of these texts. */
  static of(texts: Iterable<string>): TextPool {
    const pool = new TextPool();
    for (const text of texts) pool.push(text);
    return pool;
  }

  get size(): number {
    return this.#chunks.length * PER_CHUNK + this.#open.length;
  }

  /** Appends a text and returns its number. */
  push(text: string): number {
    const index = this.size;
    if (text.length > LONGEST) {
      this.#long.set(index, text);
      this.#open.push('');
    } else this.#open.push(text);
    this.#openChunk = null;
    this.#openFolded = null;
    if (this.#open.length === PER_CHUNK) {
      this.#close(join(this.#open));
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
    if (!chunk) return this.#open[place] ?? '';
    return chunk.text.slice(chunk.starts[place], (chunk.starts[place + 1] ?? 1) - 1);
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

  /** The text of a number in folded case. */
  foldedAt(index: number): string {
    return foldCase(this.at(index));
  }

  /** The folded texts, chunk by chunk; texts in `longOnes` are empty in them. */
  foldedChunk(number: number): TextChunk {
    const folded = this.#folded[number];
    if (folded) return folded;
    this.#openChunk ??= join(this.#open);
    this.#openFolded ??= fold(this.#openChunk);
    return this.#openFolded;
  }

  /** The state of a machine that was in `state` and read the folded text of a number. */
  runFolded(machine: TextMachine, state: number, index: number): number {
    if (this.#long.has(index)) return machine.run(state, this.foldedAt(index));
    const { text, starts } = this.foldedChunk(index >> SHIFT);
    const place = index & (PER_CHUNK - 1);
    return machine.run(state, text, starts[place] ?? 0, (starts[place + 1] ?? 1) - 1);
  }

  #close(chunk: TextChunk): void {
    this.#chunks.push(chunk);
    this.#folded.push(fold(chunk));
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

  /** All texts in order. */
  *[Symbol.iterator](): Generator<string> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index);
  }
}

function join(texts: readonly string[]): TextChunk {
  const starts = words(texts.length + 1);
  let at = 0;
  texts.forEach((text, place) => {
    starts[place] = at;
    at += text.length + 1;
  });
  starts[texts.length] = at;
  return { text: texts.join(SEPARATOR), starts };
}

/** Lower case lengthens some letters, so a chunk that has one is folded text by text. */
function fold(chunk: TextChunk): TextChunk {
  const { starts } = chunk;
  const text = foldCase(chunk.text);
  if (text === chunk.text) return chunk;
  if (text.length === chunk.text.length) return { text, starts };
  const texts: string[] = [];
  for (let place = 0; place < starts.length - 1; place += 1) {
    texts.push(foldCase(chunk.text.slice(starts[place], (starts[place + 1] ?? 1) - 1)));
  }
  return join(texts);
}
