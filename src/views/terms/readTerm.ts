import { ARTIFACT_TYPES, isKnownStatus, STATUSES } from '../../contract/status.ts';
import type { TextPattern } from '../../list/Query.ts';
import {
  ARTIFACT_WORDS,
  canonicalWord,
  HAS_WORDS,
  IS_WORDS,
  MOST_VALUES,
  type Term,
} from './Filter.ts';
import {
  FIELDS,
  type FieldName,
  type MarkField,
  type SpanField,
  type TextField,
  type TimeField,
  type WordsField,
} from './fields.ts';
import { canonicalMark, IS_MARKS, MARK_HELP } from './marks.ts';
import { nearest } from './nearest.ts';
import { parseSpanRange, suggestSpan } from './spanRange.ts';
import { parseTimeRange, suggestTime } from './timeRange.ts';
import { type Item, readItems } from './valueList.ts';

/** Something to say about a part of a text: `from <= at < to`. */
export interface Issue {
  readonly from: number;
  readonly to: number;
  /** `mistake`: that part does not apply. `hint`: it does. */
  readonly kind: 'mistake' | 'hint';
  readonly message: string;
  /** What that part was probably meant to be, to put in its place. */
  readonly suggestion: string | null;
}

export interface ReadTerm {
  /** Null when nothing of it could be read. */
  readonly term: Term | null;
  readonly issues: readonly Issue[];
  /** Where reading ended. */
  readonly end: number;
}

/**
 * Reads the values of one field from `start` on: to the next blank outside quotes in the search
 * box, to the end in the address. What cannot be read is an issue, and the rest applies.
 */
export function readTerm(
  field: FieldName,
  not: boolean,
  source: string,
  start: number,
  inAddress: boolean,
): ReadTerm {
  const { items, end } = readItems(source, start, inAddress);
  if (items.length === 0) {
    const message = `“${field}” has no value yet`;
    return { term: null, issues: [mistake({ from: start, to: end }, message)], end };
  }
  if (items.length > MOST_VALUES) {
    const message = `“${field}” takes ${MOST_VALUES} values at most`;
    return { term: null, issues: [mistake({ from: start, to: end }, message)], end };
  }
  const unclosed = items
    .filter((item) => !item.closed)
    .map((item): Issue => hint(item, 'this quote is not closed'));
  const read = readValues(field, not, items);
  return { term: read.term, issues: [...read.issues, ...unclosed], end };
}

interface Values {
  readonly term: Term | null;
  readonly issues: readonly Issue[];
}

function readValues(field: FieldName, not: boolean, items: readonly Item[]): Values {
  if (isWordsField(field)) return readWords(field, not, items);
  if (isTextField(field)) return readTexts(field, not, items);
  const [only] = items;
  const whole = { from: items[0]?.from ?? 0, to: items.at(-1)?.to ?? 0 };
  if (only === undefined || items.length > 1) {
    return { term: null, issues: [mistake(whole, `“${field}” takes one value, not a list`)] };
  }
  if (isMarkField(field)) return readMark(field, not, only);
  return isTimeField(field) ? readTime(field, not, only) : readSpan(field, not, only);
}

const isWordsField = (field: FieldName): field is WordsField => FIELDS[field].kind === 'words';
const isTextField = (field: FieldName): field is TextField => FIELDS[field].kind === 'text';
const isMarkField = (field: FieldName): field is MarkField => FIELDS[field].kind === 'mark';
const isTimeField = (field: FieldName): field is TimeField => FIELDS[field].kind === 'time';

function readMark(field: MarkField, not: boolean, item: Item): Values {
  const value = canonicalMark(field, item.text);
  if (value !== null) return { term: { kind: 'mark', field, value, not }, issues: [] };
  return { term: null, issues: [mistake(item, `“${field}” ${MARK_HELP[field]}`)] };
}

function readWords(field: WordsField, not: boolean, items: readonly Item[]): Values {
  const [only] = items;
  const alone =
    field === 'is' && items.length === 1 ? canonicalMark(field, only?.text ?? '') : null;
  if (alone !== null) return { term: { kind: 'mark', field: 'is', value: alone, not }, issues: [] };
  const issues: Issue[] = [];
  const values: string[] = [];
  for (const item of items) {
    const word = canonicalWord(field, item.text);
    const { known, closed } = VOCABULARY[field];
    if (field === 'is' && canonicalMark(field, word) !== null) {
      issues.push(mistake(item, `“${word}” stands alone: write is:${word} apart`));
      continue;
    }
    if (closed && !known.includes(word)) {
      const words = field === 'is' ? [...known, ...IS_MARKS] : known;
      const message = `“${field}” is one of ${words.join(', ')}`;
      issues.push(mistake(item, message, nearest(word, words)));
      continue;
    }
    const unknown = unknownWord(field, word);
    if (unknown !== null) issues.push(hint(item, unknown.message, unknown.suggestion));
    values.push(word);
  }
  return { term: values.length === 0 ? null : { kind: 'words', field, values, not }, issues };
}

/** The words that suggestions come from; in a closed vocabulary there are no others. */
const VOCABULARY: Readonly<
  Record<WordsField, { readonly known: readonly string[]; readonly closed: boolean }>
> = {
  status: { known: STATUSES.map((status) => status.toLowerCase()), closed: false },
  artifact: { known: [...ARTIFACT_WORDS.values(), ...ARTIFACT_TYPES], closed: false },
  has: { known: HAS_WORDS, closed: true },
  is: { known: IS_WORDS, closed: true },
};

/** What to say of a word that the contract does not name; the API may send it all the same. */
export function unknownWord(
  field: WordsField,
  word: string,
): { readonly message: string; readonly suggestion: string | null } | null {
  const suggestion = nearest(word, VOCABULARY[field].known);
  if (field === 'status' && !isKnownStatus(word)) {
    return { message: `no status is called “${word}”`, suggestion };
  }
  if (field === 'artifact' && !ARTIFACT_WORDS.has(word)) {
    return { message: `no artifact type is called “${word}”`, suggestion };
  }
  return null;
}

/**
 * A value with `*` outside quotes is a pattern for the whole field, `=value` the whole field as
 * it stands, and all else a part of it. A tag is always meant whole, but for a quoted `*`.
 */
function readTexts(field: TextField, not: boolean, items: readonly Item[]): Values {
  const issues: Issue[] = [];
  const values: TextPattern[] = [];
  for (const item of items) {
    const text = item.equals ? item.text.slice(1) : item.text;
    const whole = item.star || item.equals || (field === 'tag' && !text.includes('*'));
    if (text === '' && !(whole && item.quoted)) {
      issues.push(mistake(item, `“${field}” has no value yet`));
      continue;
    }
    values.push({ match: whole ? 'whole' : 'contains', text });
  }
  return { term: values.length === 0 ? null : { kind: 'text', field, values, not }, issues };
}

function readTime(field: TimeField, not: boolean, item: Item): Values {
  const range = parseTimeRange(item.text);
  if (range !== null) return { term: { kind: 'time', field, range, not }, issues: [] };
  const message =
    'not a time: try 24h, 7d, today, 2026-11-01, >2026-11-01 or 2026-11-01..2026-11-20';
  return { term: null, issues: [mistake(item, message, suggestTime(item.text))] };
}

function readSpan(field: SpanField, not: boolean, item: Item): Values {
  const range = parseSpanRange(item.text);
  if (range !== null) return { term: { kind: 'span', field, range, not }, issues: [] };
  const message = 'not a length of time: try >10m, <90s, 1h..2h or >1h30m';
  return { term: null, issues: [mistake(item, message, suggestSpan(item.text))] };
}

type Place = Pick<Issue, 'from' | 'to'>;

function mistake({ from, to }: Place, message: string, suggestion: string | null = null): Issue {
  return { from, to, kind: 'mistake', message, suggestion };
}

function hint({ from, to }: Place, message: string, suggestion: string | null = null): Issue {
  return { from, to, kind: 'hint', message, suggestion };
}
