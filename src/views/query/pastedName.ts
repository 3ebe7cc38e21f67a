import { FIELDS, fieldOf, nearestField } from '../terms/fields.ts';
import { hint, type Issue } from '../terms/Issue.ts';
import { looksLikeTag } from '../terms/looksLikeTag.ts';
import { readTerm } from '../terms/readTerm.ts';
import { isKnownWord } from '../terms/readWords.ts';
import { STATE_WORDS } from '../terms/synonyms.ts';
import { quote } from '../terms/valueList.ts';
import { adviseOnName } from './foreignNames.ts';
import { endOfWord } from './freeWords.ts';
import type { FieldPart } from './Part.ts';
import { nameBefore } from './words.ts';

/**
 * Why what begins like a field is searched for as text, such as a pasted `NAME:TAG` or a line of
 * an error; null where it is a field. What could be both is what people most likely mean, with
 * the other spelling offered.
 */
export function isText(text: string, part: FieldPart): Issue | null {
  const { field, valuesFrom, to } = part;
  const word = { from: part.from, to: endOfWord(text, part.from) };
  const { kind } = FIELDS[field];
  const value = text.slice(valuesFrom, Math.min(to, valuesFrom + 200));
  const name = text.slice(part.not ? part.from + 1 : part.from, valuesFrom - 1);
  if (value === '') return afterColon(text, part, word, name);
  if (value.includes('"') || value.startsWith('=') || value.includes(',')) return null;
  if (field === 'image' && looksLikeTag(value)) {
    const other = `${part.not ? '-' : ''}image:${quote(value)}`;
    return hint(word, `searched for as NAME:TAG; “image” takes a name`, other);
  }
  if (kind === 'words' && part.issues.length > 0) {
    const open = field === 'status' || field === 'artifact';
    const strange = open ? looksLikeTag(value) : part.term === null;
    const near = part.issues.some(({ suggestion }) => suggestion !== null);
    if (!strange || near || !NAME_OR_TAG.test(value) || isState(value)) return null;
    return hint(word, `${part.issues[0]?.message}; searched for as text`);
  }
  if ((kind === 'time' || kind === 'span' || kind === 'mark') && part.term === null) {
    const near = part.issues.some(({ suggestion }) => suggestion !== null);
    if (near || !looksLikeTag(value)) return null;
    return hint(word, `${part.issues[0]?.message}; searched for as text`);
  }
  return null;
}

/** `ERROR: failed to solve`: a word with a colon behind it, as messages have them. */
function afterColon(
  text: string,
  { field, valuesFrom, from, not }: FieldPart,
  word: Pick<Issue, 'from' | 'to'>,
  name: string,
): Issue | null {
  const rest = text.slice(valuesFrom, valuesFrom + 200).trimStart();
  if (rest === '' || text[valuesFrom] === ',') return null;
  const next = rest.slice(0, endOfWord(rest, 0));
  const { kind } = FIELDS[field];
  if (kind !== 'text') {
    const read = readTerm(field, false, next, 0, false);
    if (read.term !== null && read.issues.length === 0) return null;
    return hint(
      word,
      `“${name}:” is searched for as text; a field’s value follows without a blank`,
    );
  }
  const offered = /^[\w./*-]+$/.test(next);
  const message = `“${name}:” is searched for as text; a field’s value follows without a blank`;
  if (!offered) return hint(word, message);
  const at = text.indexOf(next, valuesFrom);
  return hint({ from, to: at + next.length }, message, `${not ? '-' : ''}${field}:${next}`);
}

/**
 * What to say of `NAME:TAG` whose name is near to a field's or known from another product: it is
 * searched for as text. Null for any other word.
 */
export function adviseOnStranger(text: string, from: number, to: number): Issue | null {
  const start = text[from] === '-' ? from + 1 : from;
  const name = nameBefore(text, start, ':');
  if (name === null || fieldOf(name) !== null) return null;
  const value = text.slice(start + name.length + 1, Math.min(to, start + 300));
  const said = adviseOnName(name, value, start > from);
  if (said !== null) return hint({ from, to }, said.message, said.suggestion);
  const near = nearestField(name);
  if (near === null) return null;
  const message = `there is no field “${name}”; searched for as text`;
  const minus = start > from ? '-' : '';
  const { term, issues } = readTerm(near, false, value, 0, false);
  const fits = term !== null && issues.every(({ kind }) => kind === 'hint');
  return hint(
    { from, to },
    message,
    fits && !value.startsWith('//') ? `${minus}${near}:${value}` : null,
  );
}

/** True for a misspelt field that its value gives away, such as `stauts:failed`. */
export function isMisspelt(name: string, value: string): boolean {
  const near = nearestField(name);
  if (near === null || value === '') return false;
  const { kind } = FIELDS[near];
  if (near === 'status' || near === 'artifact' || near === 'is' || near === 'has') {
    return value.split(',').every((word) => isKnownWord(near, word));
  }
  if (kind !== 'time' && kind !== 'span') return false;
  return readTerm(near, false, value, 0, false).term !== null;
}

/** Another field has this word, and is offered. */
function isState(value: string): boolean {
  return isKnownWord('status', value) || STATE_WORDS.has(value.toLowerCase());
}

const NAME_OR_TAG = /^[\w./:@+-]+$/;
