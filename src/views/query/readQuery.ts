import type { FreeTerm, Term } from '../terms/Filter.ts';
import { type FieldName, fieldOf, nearestField } from '../terms/fields.ts';
import { type Issue, readTerm } from '../terms/readTerm.ts';
import { readItems } from '../terms/valueList.ts';
import { endOfWord, readFreeWord, skipSpace } from './freeWords.ts';

/** One part of a typed query: `from <= at < to`. */
export type Part = FieldPart | FreePart;

export interface FieldPart extends PartFacts {
  readonly kind: 'field';
  /** Null for a misspelt name, whose part does not apply. */
  readonly field: FieldName | null;
  /** Where its values begin, after the colon. */
  readonly valuesFrom: number;
  readonly term: Term | null;
}

export interface FreePart extends PartFacts {
  readonly kind: 'free';
  readonly term: FreeTerm | null;
}

interface PartFacts {
  readonly from: number;
  readonly to: number;
  readonly not: boolean;
  readonly issues: readonly Issue[];
}

/** Cuts a typed query into its parts and reads each. Linear in its length; never throws. */
export function readQuery(text: string): Part[] {
  const parts: Part[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const part = readField(text, at) ?? readFree(text, at);
    parts.push(part);
    at = skipSpace(text, part.to);
  }
  return parts;
}

/** True for a literal word that would be read as a field: it must be quoted. */
export function looksLikeField(word: string): boolean {
  const name = nameBefore(word, 0, ':');
  return name !== null && (fieldOf(name) ?? nearestField(name)) !== null;
}

function readField(text: string, from: number): FieldPart | null {
  const not = text[from] === '-';
  const nameFrom = not ? from + 1 : from;
  const name = nameBefore(text, nameFrom, ':');
  if (name === null) return null;
  const valuesFrom = nameFrom + name.length + 1;
  const field = fieldOf(name);
  if (field !== null) {
    const { term, issues, end } = readTerm(field, not, text, valuesFrom, false);
    return { kind: 'field', from, to: end, not, field, valuesFrom, term, issues };
  }
  const near = nearestField(name);
  if (near === null) return null;
  const issue: Issue = {
    from: nameFrom,
    to: nameFrom + name.length,
    kind: 'mistake',
    message: `there is no field “${name}”`,
    suggestion: near,
  };
  const { end } = readItems(text, valuesFrom, false);
  return { kind: 'field', from, to: end, not, field, valuesFrom, term: null, issues: [issue] };
}

const LONGEST_NAME = 24;
const NAME = /[A-Za-z]+/y;

/** The letters at `at` when one of `marks` stands right after them. */
function nameBefore(text: string, at: number, marks: string): string | null {
  NAME.lastIndex = 0;
  const name = NAME.exec(text.slice(at, at + LONGEST_NAME))?.[0];
  if (name === undefined) return null;
  const mark = text[at + name.length];
  return mark !== undefined && marks.includes(mark) ? name : null;
}

function readFree(text: string, from: number): FreePart {
  const { term, end, closed } = readFreeWord(text, from);
  const issues: Issue[] = [];
  const place = { from, to: end };
  if (!closed) {
    const message = 'this quote is not closed';
    issues.push({ ...place, kind: 'hint', message, suggestion: null });
  } else if (term === null) {
    const message = 'there is nothing between the quotes';
    issues.push({ ...place, kind: 'mistake', message, suggestion: null });
  }
  const advice = adviceOn(text, from);
  if (advice !== null) issues.push({ ...place, kind: 'hint', ...advice });
  return { kind: 'free', from, to: end, not: term?.not ?? false, term, issues };
}

/** Spellings of other languages, which are words here. */
function adviceOn(
  text: string,
  from: number,
): { readonly message: string; readonly suggestion: string | null } | null {
  const start = text[from] === '-' ? from + 1 : from;
  const name = nameBefore(text, start, '=<>');
  const field = name === null ? null : fieldOf(name);
  if (name !== null && field !== null) {
    const at = start + name.length;
    const values = text.slice(text[at] === '=' ? at + 1 : at, endOfWord(text, at));
    const suggestion = `${text.slice(from, start)}${field}:${values}`;
    return { message: 'this is searched for as it stands; a field has a colon', suggestion };
  }
  const word = text.slice(from, Math.min(endOfWord(text, from), from + 4));
  if (word === 'OR') {
    const message = 'OR is searched for as a word; write status:failed,cancelled for “or”';
    return { message, suggestion: null };
  }
  if (word !== 'AND' && word !== 'NOT') return null;
  const rule = word === 'AND' ? 'all parts must hold anyway' : 'a minus in front excludes';
  return { message: `${word} is searched for as a word; ${rule}`, suggestion: null };
}
