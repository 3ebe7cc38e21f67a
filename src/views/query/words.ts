import { type FieldName, fieldOf } from '../terms/fields.ts';
import { endOfWord, skipSpace } from './freeWords.ts';

/** A word as blanks part them: `from <= at < to`. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The next words from `at` on, `most` of them. */
export function wordsFrom(text: string, at: number, most: number): readonly Word[] {
  const words: Word[] = [];
  let from = skipSpace(text, at);
  while (from < text.length && words.length < most) {
    const to = endOfWord(text, from);
    words.push({ from, to, text: text.slice(from, to) });
    from = skipSpace(text, to);
  }
  return words;
}

const LONGEST_NAME = 24;
const NAME = /[A-Za-z]+/y;

/** The letters at `at` when one of `marks` stands right after them. */
export function nameBefore(text: string, at: number, marks: string): string | null {
  NAME.lastIndex = 0;
  const name = NAME.exec(text.slice(at, at + LONGEST_NAME))?.[0];
  if (name === undefined) return null;
  const mark = text[at + name.length];
  return mark !== undefined && marks.includes(mark) ? name : null;
}

/** The field whose name stands at `at` before one of `marks`, and where the name ends. */
export function fieldAt(
  text: string,
  at: number,
  marks: string,
): { readonly field: FieldName; readonly end: number } | null {
  const name = nameBefore(text, at, marks);
  const field = name === null ? null : fieldOf(name);
  return name === null || field === null ? null : { field, end: at + name.length };
}
