import type { TextPattern } from '../../list/Query.ts';
import { MOST_VALUES, type Term } from './Filter.ts';
import {
  FIELDS,
  type FieldName,
  isWordsField,
  type MarkField,
  type SpanField,
  type TextField,
  type TimeField,
} from './fields.ts';
import { hint, type Issue, mistake, type Values } from './Issue.ts';
import { canonicalMark, MARK_HELP } from './marks.ts';
import { readWords } from './readWords.ts';
import { parseSpanRange, suggestSpan } from './spanRange.ts';
import { parseTimeRange, suggestTime } from './timeRange.ts';
import { type Item, readItems } from './valueList.ts';

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

const isTextField = (field: FieldName): field is TextField => FIELDS[field].kind === 'text';
const isMarkField = (field: FieldName): field is MarkField => FIELDS[field].kind === 'mark';
const isTimeField = (field: FieldName): field is TimeField => FIELDS[field].kind === 'time';

function readMark(field: MarkField, not: boolean, item: Item): Values {
  const value = canonicalMark(field, item.text);
  if (value !== null) return { term: { kind: 'mark', field, value, not }, issues: [] };
  return { term: null, issues: [mistake(item, `“${field}” ${MARK_HELP[field]}`)] };
}

/**
 * `=value` is the whole field letter for letter, case and `*` too; a value with `*` outside quotes
 * is a pattern for the whole field, and all else a part of it, both without case. A tag is always
 * meant whole, but for a quoted `*`.
 */
function readTexts(field: TextField, not: boolean, items: readonly Item[]): Values {
  const issues: Issue[] = [];
  const values: TextPattern[] = [];
  for (const item of items) {
    const text = item.equals ? item.text.slice(1) : item.text;
    const whole = item.star || (field === 'tag' && !text.includes('*'));
    if (text === '' && !((whole || item.equals) && item.quoted)) {
      issues.push(mistake(item, `“${field}” has no value yet`));
      continue;
    }
    if (item.equals && item.star) {
      issues.push(hint(item, 'after “=” a * is itself: without “=” it is a pattern'));
    }
    values.push({ match: item.equals ? 'exact' : whole ? 'whole' : 'contains', text });
  }
  return { term: values.length === 0 ? null : { kind: 'text', field, values, not }, issues };
}

function readTime(field: TimeField, not: boolean, item: Item): Values {
  const range = parseTimeRange(item.equals ? item.text.slice(1) : item.text);
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
