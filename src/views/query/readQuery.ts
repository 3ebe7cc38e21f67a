import { FIELDS, type FieldName } from '../terms/fields.ts';
import { hint, type Issue, mistake } from '../terms/Issue.ts';
import { readTerm } from '../terms/readTerm.ts';
import { adviseOnValue } from './foreignValue.ts';
import { adviseOnWord } from './foreignWord.ts';
import { readFreeWord, skipSpace } from './freeWords.ts';
import { joinParts } from './joints.ts';
import type { FieldPart, FreePart, Part } from './Part.ts';
import { adviseOnStranger, isText } from './pastedName.ts';
import { readForeign, SIGNS } from './readForeign.ts';
import { fieldAt, wordsFrom } from './words.ts';

/** Cuts a typed query into its parts and reads each. Linear in its length; never throws. */
export function readQuery(text: string): Part[] {
  const parts: Part[] = [];
  const typed = text.length <= LONGEST_TYPED;
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const part =
      (typed ? readForeign(text, at) : null) ?? readField(text, at) ?? readFree(text, at, typed);
    parts.push(part);
    at = skipSpace(text, part.to);
  }
  return joinParts(parts, text);
}

/** Nobody types so much: in a longer text other languages are not looked for. */
const LONGEST_TYPED = 10_000;

/** True for a literal word that would be read otherwise: it must be quoted. */
export function mustQuote(word: string): boolean {
  if (word.length > LONGEST_SYNTAX) return true;
  const [part, more] = readQuery(word);
  if (part?.kind !== 'free' || more !== undefined || SIGNS.has(word)) return true;
  return part.term?.text !== word || part.term.not;
}

/** What is longer is quoted without a look. */
const LONGEST_SYNTAX = 600;

function readField(text: string, from: number): Part | null {
  const not = text[from] === '-';
  const found = fieldAt(text, not ? from + 1 : from, ':');
  if (found === null) return null;
  const { field } = found;
  const valuesFrom = found.end + 1;
  const { term, issues, end } = readTerm(field, not, text, valuesFrom, false);
  const part: FieldPart = { kind: 'field', from, to: end, not, field, valuesFrom, term, issues };
  const why = isText(text, part);
  if (why !== null) {
    const free = readFree(text, from);
    return { ...free, issues: [...free.issues, why] };
  }
  const spaced = readSpacedTime(text, part);
  if (spaced !== null) return spaced;
  if (end === valuesFrom && end < text.length && takesBlank(field)) {
    return readAfterBlank(text, part) ?? part;
  }
  return adviseOnValue(text, part);
}

/** `created:last week`: the one value that people write with a blank in it. */
function readSpacedTime(text: string, part: FieldPart): FieldPart | null {
  const { field, not, valuesFrom, to } = part;
  if (FIELDS[field].kind !== 'time' || part.term !== null) return null;
  if (!/^[<>]?=?(?:this|last|past)$/i.test(text.slice(valuesFrom, Math.min(to, valuesFrom + 8)))) {
    return null;
  }
  const [next] = wordsFrom(text.slice(to, to + 40), 0, 1);
  if (next === undefined) return null;
  const value = `${text.slice(valuesFrom, to)}-${next.text}`;
  const { term } = readTerm(field, not, value, 0, false);
  return term === null ? null : { ...part, to: to + next.to, term, issues: [] };
}

const takesBlank = (field: FieldName) => FIELDS[field].kind !== 'text';

/** `status: failed`: the value stands after a blank. */
function readAfterBlank(text: string, part: FieldPart): FieldPart | null {
  const valuesFrom = skipSpace(text, part.to);
  if (valuesFrom >= text.length) return null;
  const read = readTerm(part.field, part.not, text, valuesFrom, false);
  if (read.term === null || read.issues.length > 0) return null;
  return { ...part, to: read.end, valuesFrom, term: read.term, issues: [] };
}

function readFree(text: string, from: number, typed = true): FreePart {
  const { term, end, closed } = readFreeWord(text, from);
  const place = { from, to: end };
  const issues: Issue[] = [];
  if (!closed) issues.push(hint(place, 'this quote is not closed'));
  else if (term === null) issues.push(mistake(place, 'there is nothing between the quotes'));
  if (!typed) return { kind: 'free', from, to: end, not: term?.not ?? false, term, issues };
  const advice = adviseOnStranger(text, from, end) ?? adviseOnWord(text, from, end);
  if (advice !== null && closed) issues.push(advice);
  return { kind: 'free', from, to: end, not: term?.not ?? false, term, issues };
}
