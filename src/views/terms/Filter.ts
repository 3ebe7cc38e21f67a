import { ARTIFACT_TYPES, isKnownStatus } from '../../contract/status.ts';
import { foldCase } from '../../lib/text.ts';
import type { BuildPart, BuildState, TextPattern } from '../../list/Query.ts';
import {
  FIELD_NAMES,
  type SpanField,
  type TextField,
  type TimeField,
  type WordsField,
} from './fields.ts';
import { canonicalMark, type MarkTerm } from './marks.ts';
import { parseSpanRange, printSpanRange, type SpanRange } from './spanRange.ts';
import type { TimeRange } from './TimePoint.ts';
import { parseTimeRange, printTimeRange } from './timeRange.ts';

/*
 * Between a keystroke and the rows one filter has four forms, and each carries what no other does:
 *
 * - The typed text: the person's own spelling, mistakes included, while it stands in the box.
 * - `Filter`: what is meant, spelled in one way. Times that move with the clock still do. All that
 *   edits a filter edits this.
 * - The address: the only home of view state. What is typed is written there and read back, so that
 *   no link shows other rows than the page it was copied from. The same text is the key of a
 *   question, since it stays while the clock moves.
 * - `Clause`: what is meant at one moment, times resolved, for the replica; as JSON it is the key of
 *   an answer there, which is another one as times move.
 */

/**
 * What is shown: the builds for which every term holds. Always as `makeFilter` leaves it: terms
 * in the order of the fields, free words last, none twice.
 */
export type Filter = readonly Term[];

/** One condition of a filter: one of its values holds; with `not`, none of them does. */
export type Term = WordsTerm | TextTerm | FreeTerm | TimeTerm | SpanTerm | MarkTerm;

/**
 * Status and artifact values are the contract's words where it names them, else as written;
 * `is` and `has` values are those of `IS_WORDS` and `HAS_WORDS`.
 */
export interface WordsTerm {
  readonly kind: 'words';
  readonly field: WordsField;
  readonly values: readonly string[];
  readonly not: boolean;
}

export interface TextTerm {
  readonly kind: 'text';
  readonly field: TextField;
  readonly values: readonly TextPattern[];
  readonly not: boolean;
}

/** A free word or phrase: it stands literally somewhere in the build's texts. */
export interface FreeTerm {
  readonly kind: 'free';
  readonly text: string;
  readonly not: boolean;
}

export interface TimeTerm {
  readonly kind: 'time';
  readonly field: TimeField;
  readonly range: TimeRange;
  readonly not: boolean;
}

export interface SpanTerm {
  readonly kind: 'span';
  readonly field: SpanField;
  readonly range: SpanRange;
  readonly not: boolean;
}

/** More terms than this are not applied but reported. */
export const MOST_TERMS = 100;
/** More values in one term than this are not applied but reported. */
export const MOST_VALUES = 500;

export const IS_WORDS = [
  'active',
  'stalled',
  'ended',
  'other',
  'conflicted',
] as const satisfies readonly BuildState[];
export const HAS_WORDS = [
  'error',
  'artifacts',
  'path',
  'start',
  'end',
] as const satisfies readonly BuildPart[];

/** The short word that people type for an artifact type of the contract. */
export const ARTIFACT_WORDS: ReadonlyMap<string, string> = new Map([
  ['CONTAINER_IMAGE', 'container'],
  ['VM_SANDBOX', 'vm'],
] satisfies readonly [(typeof ARTIFACT_TYPES)[number], string][]);

/** The contract's word for what was written in any case or by its short name, else as written. */
export function canonicalWord(field: WordsField, word: string): string {
  const upper = word.toUpperCase();
  if (field === 'status') return isKnownStatus(upper) ? upper : word;
  if (field !== 'artifact') return word.toLowerCase();
  const lower = word.toLowerCase();
  for (const type of ARTIFACT_TYPES) {
    if (type === upper || ARTIFACT_WORDS.get(type) === lower) return type;
  }
  return word;
}

/** The filter of these terms in canonical form; terms past `MOST_TERMS` are left out. */
export function makeFilter(terms: readonly Term[]): Filter {
  const builder = new FilterBuilder();
  for (const term of terms) builder.add(term);
  return builder.filter();
}

/** Collects terms into a filter, in time linear in what is added. */
export class FilterBuilder {
  readonly #terms = new Map<string, Term>();

  /** False when the term was one too many and was not taken. */
  add(written: Term): boolean {
    const term = canonicalTerm(written);
    if (term === null) return true;
    const key = keyOf(term);
    const held = this.#terms.get(key);
    if (held === undefined) {
      if (this.#terms.size >= MOST_TERMS) return false;
      this.#terms.set(key, term);
      return true;
    }
    if (term.kind !== 'words' || held.kind !== 'words') return true;
    const values = distinctWords(term.field, [...held.values, ...term.values]);
    if (values.length > MOST_VALUES) return false;
    this.#terms.set(key, { ...held, values });
    return true;
  }

  filter(): Filter {
    const terms = [...this.#terms.values()];
    return terms.sort((a, b) => rankOf(a) - rankOf(b));
  }
}

/** Tells terms apart: the same text for the same condition. */
export function termKey(term: Term): string {
  return JSON.stringify(term);
}

/** A build has one status, so all terms of `status` are one list; other terms stand alone. */
function keyOf(term: Term): string {
  if (term.kind === 'words' && term.field === 'status') return `status ${term.not}`;
  return termKey(term);
}

function rankOf(term: Term): number {
  return term.kind === 'free' ? FIELD_NAMES.length : FIELD_NAMES.indexOf(term.field);
}

/** One spelling for one meaning; null for a term that says nothing. Keys stand in one order. */
function canonicalTerm(term: Term): Term | null {
  const { kind, not } = term;
  if (kind === 'free') return term.text === '' ? null : { kind, text: term.text, not };
  if (kind === 'time') {
    const range = parseTimeRange(printTimeRange(term.range));
    return range === null ? null : { kind, field: term.field, range, not };
  }
  if (kind === 'span') {
    const range = parseSpanRange(printSpanRange(term.range));
    return range === null ? null : { kind, field: term.field, range, not };
  }
  if (kind === 'mark') {
    const value = canonicalMark(term.field, term.value);
    return value === null ? null : { kind, field: term.field, value, not };
  }
  if (kind === 'words') {
    const values = distinctWords(term.field, term.values).slice(0, MOST_VALUES);
    return values.length === 0 ? null : { kind, field: term.field, values, not };
  }
  const values = distinctTexts(term.field, term.values).slice(0, MOST_VALUES);
  return values.length === 0 ? null : { kind, field: term.field, values, not };
}

function distinctWords(field: WordsField, words: readonly string[]): string[] {
  const known: readonly string[] | null =
    field === 'is' ? IS_WORDS : field === 'has' ? HAS_WORDS : null;
  const distinct = new Map<string, string>();
  for (const written of words) {
    const word = canonicalWord(field, written);
    if (known !== null && !known.includes(word)) continue;
    const key = foldCase(word);
    if (!distinct.has(key)) distinct.set(key, word);
  }
  return [...distinct.values()];
}

function distinctTexts(field: TextField, values: readonly TextPattern[]): TextPattern[] {
  const distinct = new Map<string, TextPattern>();
  for (const { match, text } of values) {
    if (match === 'contains' && text === '') continue;
    const value = canonicalText(field, { match, text });
    distinct.set(`${value.match} ${value.text}`, value);
  }
  return [...distinct.values()];
}

/** As it can be written: of a tag each plain word is meant whole, of all else none is. */
function canonicalText(field: TextField, { match, text }: TextPattern): TextPattern {
  if (match === 'exact' || text.includes('*')) return { match, text };
  if (field !== 'tag') return { match: match === 'whole' ? 'exact' : match, text };
  return match === 'whole' ? { match, text } : { match: 'whole', text: `*${text}*` };
}
