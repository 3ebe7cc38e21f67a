import { searchText } from '../searchText.ts';
import { graphemesOf } from '../text.ts';

/** A part of a text: where it starts and ends, in UTF-16 units. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text says what is searched for, in order and apart, at most `most` times. `needle` is in
 * the form of `searchText`; the text is as it came, without terminal codes. A part holds whole
 * letters, so that its own form holds the needle. Linear in the text.
 */
export function findHits(text: string, needle: string, most: number): readonly Part[] {
  if (needle === '') return [];
  const form = searchText(text);
  let at = form.indexOf(needle);
  if (at < 0) return [];
  const hits: Part[] = [];
  const blocks = new Blocks(text);
  while (at >= 0 && hits.length < most) {
    const { start } = blocks.holding(at);
    const { end } = blocks.holding(at + needle.length - 1);
    hits.push({ start: Math.max(start, hits.at(-1)?.end ?? 0), end });
    at = form.indexOf(needle, at + needle.length);
  }
  return hits;
}

/** So much of a text has its form taken at once, and is looked at letter by letter for a hit in it. */
const BLOCK = 512;
/** What a text can be cut before, so that the form of each part is a part of its form. */
const SEAM = /[!-~\p{L}\p{Cs}\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

/** A text block by block, as its form comes about; only those with a hit are read by letters. */
class Blocks {
  readonly #text: string;
  #start = 0;
  #end = 0;
  #formStart = 0;
  #formEnd = 0;
  #letters: Letters | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The letter whose form holds a place of the whole form; places must not go down. */
  holding(place: number): Part {
    while (this.#formEnd <= place && this.#end < this.#text.length) this.#next();
    this.#letters ??= new Letters(this.#text.slice(this.#start, this.#end));
    const { start, end } = this.#letters.holding(place - this.#formStart);
    return { start: this.#start + start, end: this.#start + end };
  }

  #next(): void {
    this.#start = this.#end;
    SEAM.lastIndex = this.#start + BLOCK;
    this.#end = SEAM.exec(this.#text)?.index ?? this.#text.length;
    this.#formStart = this.#formEnd;
    this.#formEnd += searchText(this.#text.slice(this.#start, this.#end)).length;
    this.#letters = null;
  }
}

/** A text letter by letter, as its form comes about. */
class Letters {
  readonly #text: string;
  /** The letter that is looked at: where it is in the text, and how far the form goes after it. */
  #start = 0;
  #end = 0;
  #formEnd = 0;
  /** The form ends in a space: more of them add nothing. */
  #spaced = false;
  /** What is left of a run of letters that are not read one by one. */
  #run: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The letter whose form holds a place of the whole form; places must not go down. */
  holding(place: number): Part {
    while (this.#formEnd <= place && this.#end < this.#text.length) this.#next();
    return { start: this.#start, end: this.#end };
  }

  #next(): void {
    this.#start = this.#end;
    const code = this.#text.charCodeAt(this.#start);
    if (this.#run.length === 0 && isAscii(code) && isAsciiOrEnd(this.#text, this.#start + 1)) {
      this.#end += 1;
      // All white space that stands together is one space.
      if (isSpace(code)) while (isSpace(this.#text.charCodeAt(this.#end))) this.#end += 1;
      this.#add(isSpace(code) ? ' ' : 'x');
      return;
    }
    if (this.#run.length === 0) this.#run = this.#runFrom(this.#start);
    const letter = this.#run.pop() ?? '';
    this.#end += letter.length;
    this.#add(searchText(letter));
  }

  #add(form: string): void {
    const rest = this.#spaced && form.startsWith(' ') ? form.length - 1 : form.length;
    this.#formEnd += rest;
    this.#spaced = form.endsWith(' ');
  }

  /** The letters up to the next plain one, last first; one piece where they are not read apart. */
  #runFrom(start: number): string[] {
    let end = start + 1;
    while (end < this.#text.length && !isAscii(this.#text.charCodeAt(end))) end += 1;
    const run = this.#text.slice(start, end);
    const letters = graphemesOf(run);
    const apart = letters.map(searchText).join('').replace(/\s+/g, ' ');
    return apart === searchText(run) ? letters.reverse() : [run];
  }
}

/** A letter that is itself in the form, but for its case, or white space. */
function isAscii(code: number): boolean {
  return (code >= 0x20 && code <= 0x7e) || isSpace(code);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function isAsciiOrEnd(text: string, at: number): boolean {
  return at >= text.length || isAscii(text.charCodeAt(at));
}
