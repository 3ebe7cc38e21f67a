import { foldCase } from '../../lib/text.ts';
import { canonicalWord } from '../terms/Filter.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from '../terms/fields.ts';
import { IS_MARKS } from '../terms/marks.ts';
import { readItems } from '../terms/valueList.ts';
import { type Candidate, candidatesOf, type Facts } from './candidates.ts';
import type { FieldPart, Part } from './Part.ts';
import { readQuery } from './readQuery.ts';

/** One thing that can be put into the search box at the caret. */
export interface Suggestion {
  readonly kind: 'field' | 'value';
  /** What it reads, such as `status:` or `failed`. */
  readonly label: string;
  readonly about: string | null;
  /** How many builds have this value; null where that is not known. */
  readonly count: number | null;
  /** The whole text after it is accepted, and where the caret then stands. */
  readonly text: string;
  readonly caret: number;
}

/** More suggestions than this are not shown. */
export const MOST_SUGGESTIONS = 10;

/**
 * What could be meant at the caret: after a field's colon its values, with how many builds have
 * each; in a free word the fields and values that begin so; between words every field. Nothing
 * inside a quoted phrase. Accepting one never makes a mistake.
 */
export function suggest(text: string, caret: number, facts: Facts): readonly Suggestion[] {
  const at = Math.min(Math.max(0, caret), text.length);
  const part = partAt(readQuery(text), at);
  if (part === null) return fieldsFor(text, at, at, '', at);
  if (part.kind === 'field' && at >= part.valuesFrom) {
    return valuesFor(text, at, part, part.field, facts);
  }
  const start = part.not ? part.from + 1 : part.from;
  if (text[start] === '"' || at < start) return [];
  const typed = text.slice(start, at);
  if (part.kind === 'field') return fieldsFor(text, start, part.valuesFrom, typed, at);
  if (part.kind === 'syntax') {
    if (part.valuesFrom === null || at >= part.valuesFrom) return [];
    return fieldsFor(text, start, part.valuesFrom, typed, at);
  }
  const fields = fieldsFor(text, start, part.to, typed, at);
  return [...fields, ...wordsFor(text, start, part.to, typed, facts)].slice(0, MOST_SUGGESTIONS);
}

/** The part in which the caret stands or at whose end it does. */
function partAt(parts: readonly Part[], at: number): Part | null {
  return parts.find(({ from, to }) => from < at && at <= to) ?? null;
}

function fieldsFor(
  text: string,
  from: number,
  to: number,
  typed: string,
  caret: number,
): Suggestion[] {
  const prefix = foldCase(typed);
  const names = FIELD_NAMES.filter((name) => name.startsWith(prefix));
  return names.map((name) => {
    const label = `${name}:`;
    // A caret that touches the next word must not swallow it as the field's value.
    const rest = text.slice(to);
    const gap = from === caret && rest !== '' && rest.trimStart() === rest ? ' ' : '';
    return {
      kind: 'field',
      label,
      about: FIELDS[name].about,
      count: null,
      text: text.slice(0, from) + label + gap + rest,
      caret: from + label.length,
    };
  });
}

/** Values that a free word could be the beginning of, each with its field written before it. */
function wordsFor(
  text: string,
  from: number,
  to: number,
  typed: string,
  facts: Facts,
): Suggestion[] {
  if (typed === '') return [];
  return (['status', 'is', 'artifact', 'image', 'tag'] as const).flatMap((field) => {
    const matching = candidatesOf(field, facts).filter((one) => matches(one.label, typed));
    return matching
      .slice(0, 3)
      .map((one) => accept(text, from, to, `${field}:${one.written}`, one, true));
  });
}

function valuesFor(
  text: string,
  caret: number,
  part: FieldPart,
  field: FieldName,
  facts: Facts,
): Suggestion[] {
  const { items } = readItems(text, part.valuesFrom, false);
  const current = items.find(({ from, to }) => from <= caret && caret <= to);
  const from = current?.from ?? caret;
  const to = current?.to ?? caret;
  const typed = text.slice(from, caret).replace(/^["=]+/, '');
  const listed = new Set(
    items.filter((item) => item !== current).map((item) => keyOf(field, item.text)),
  );
  if (listed.size > 0 && (takesOne(field) || IS_MARKS.some((word) => listed.has(word)))) return [];
  return candidatesOf(field, facts)
    .filter((one) => listed.size === 0 || !IS_MARKS.some((word) => word === one.label))
    .filter((one) => !listed.has(keyOf(field, one.label)) && matches(one.label, typed))
    .slice(0, MOST_SUGGESTIONS)
    .map((one) => accept(text, from, to, one.written, one, false));
}

function takesOne(field: FieldName): boolean {
  const { kind } = FIELDS[field];
  return kind === 'time' || kind === 'span' || kind === 'mark';
}

function keyOf(field: FieldName, word: string): string {
  return field === 'status' || field === 'artifact'
    ? foldCase(canonicalWord(field, word))
    : foldCase(word);
}

function accept(
  text: string,
  from: number,
  to: number,
  written: string,
  { label, about, count }: Candidate,
  withField: boolean,
): Suggestion {
  const rest = text.slice(to);
  const gap = rest === '' || (withField && rest.trimStart() === rest) ? ' ' : '';
  const before = text.slice(0, from) + written;
  return {
    kind: 'value',
    label: withField ? written : label,
    about,
    count,
    text: before + gap + rest,
    caret: before.length + (rest === '' ? 1 : 0),
  };
}

/** True for a word with a part that begins so: `swe` and `django` find `acme/swe-django`. */
function matches(label: string, typed: string): boolean {
  const word = foldCase(label);
  const start = foldCase(typed);
  if (start === '') return true;
  for (let at = word.indexOf(start); at >= 0; at = word.indexOf(start, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(word.charAt(at - 1))) return true;
  }
  return false;
}
