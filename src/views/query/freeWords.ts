import type { FreeTerm } from '../terms/Filter.ts';
import { isSpace, quote, readQuoted } from '../terms/valueList.ts';

export interface ReadWord {
  readonly term: FreeTerm | null;
  readonly end: number;
  /** False when its quote was opened and never closed: it then runs to the end. */
  readonly closed: boolean;
}

/**
 * Reads the free word that begins at `at`, where no blank stands. The one rule for free text, in
 * the search box and in the address's `q`:
 *
 * Blanks part words, and each word must stand somewhere in the build: in its image name, tag,
 * `NAME:TAG`, id, a path or an error. A word is literal, without case: `*`, `\`, `(a+)+$` and
 * quotes inside it mean themselves. `"no space"` is one phrase, in which `""` is one quote.
 * A minus before a letter or a quote excludes the word; before anything else it is part of it.
 */
export function readFreeWord(source: string, at: number): ReadWord {
  const not = source[at] === '-' && excludes(source, at + 1);
  const start = not ? at + 1 : at;
  if (source[start] === '"') {
    const { text, end, closed } = readQuoted(source, start);
    // A lone quote is a quote someone looks for, not an empty phrase.
    const literal = text === '' && !closed ? '"' : text;
    return { term: literal === '' ? null : { kind: 'free', text: literal, not }, end, closed };
  }
  const end = endOfWord(source, start);
  return { term: { kind: 'free', text: source.slice(start, end), not }, end, closed: true };
}

/** Reads a whole text of free words. Linear in its length; never throws. */
export function readFreeWords(source: string): { term: FreeTerm; from: number; to: number }[] {
  const words: { term: FreeTerm; from: number; to: number }[] = [];
  let at = skipSpace(source, 0);
  while (at < source.length) {
    const { term, end } = readFreeWord(source, at);
    if (term !== null) words.push({ term, from: at, to: end });
    at = skipSpace(source, end);
  }
  return words;
}

/** Writes a free word so that `readFreeWord` reads the same; `special`: quote it anyway. */
export function printFreeWord({ text, not }: FreeTerm, special = false): string {
  const minus = text.startsWith('-') && excludes(text, 1);
  const bare = !special && !minus && !text.startsWith('"') && !/\s/.test(text);
  if (!not) return bare ? text : quote(text);
  return bare && excludes(`-${text}`, 1) ? `-${text}` : `-${quote(text)}`;
}

/** The first place from `from` on where no blank stands. */
export function skipSpace(source: string, from: number): number {
  let at = from;
  while (at < source.length && isSpace(source.charAt(at))) at += 1;
  return at;
}

/** The first place from `from` on where a blank stands, or the end. */
export function endOfWord(source: string, from: number): number {
  let at = from;
  while (at < source.length && !isSpace(source.charAt(at))) at += 1;
  return at;
}

function excludes(source: string, at: number): boolean {
  return source[at] === '"' || /^\p{L}/u.test(String.fromCodePoint(source.codePointAt(at) ?? 32));
}
