import type { Filter, Term } from '../terms/Filter.ts';
import { beginsField, FIELDS, fieldOf, isWordsField, nearestField } from '../terms/fields.ts';
import type { Issue } from '../terms/Issue.ts';
import { beginsWord, isKnownWord } from '../terms/readWords.ts';
import { readItems } from '../terms/valueList.ts';
import { beginsJoint } from './joints.ts';
import type { FieldPart, FreePart, Part } from './Part.ts';
import { parseParts } from './parseQueryText.ts';
import { readQuery } from './readQuery.ts';
import { fieldAt, nameBefore } from './words.ts';

/** What a text says while it is typed. */
export interface Typed {
  /** Null: what is typed at the caret is not yet whole, so the last answer stays. */
  readonly filter: Filter | null;
  /** What there is to say, but for the part that is not yet whole. */
  readonly problems: readonly Issue[];
}

/**
 * Reads a text with the caret in it. A part counts once it can be whole: `status:fai` may become
 * a status, and `sta` a field, while `dja` can only be a word. With `resting`, when a person has
 * stopped typing for a moment, all counts but what is surely half: a field without a value, or
 * with the beginning of one it knows. `caret` null: nobody types, all counts.
 */
export function readTyping(text: string, caret: number | null, resting: boolean): Typed {
  const parts = readQuery(text);
  const { filter, problems } = parseParts(parts);
  const at = caret === null ? -1 : parts.findLastIndex(({ from }) => from < caret);
  const part = parts[at];
  if (part === undefined || caret === null) return { filter, problems };
  if (caret > part.to && !(at === parts.length - 1 && isJoint(text, part, parts[at - 1]))) {
    return { filter, problems };
  }
  const whole = resting ? !isHalf(text, part) : isWhole(text, part, parts[at - 1]);
  if (whole) return { filter, problems };
  const others = problems.filter(({ from, to }) => to <= part.from || from >= part.to);
  return { filter: null, problems: others };
}

function isWhole(text: string, part: Part, before: Part | undefined): boolean {
  switch (part.kind) {
    case 'syntax':
      return false;
    case 'free':
      return isWholeWord(text, part, before);
    case 'field':
      return isWholeField(text, part);
  }
}

/** False for what may become a field, a joint of two, or a value of a field. */
function isWholeWord(text: string, part: FreePart, before: Part | undefined): boolean {
  const start = text[part.from] === '-' ? part.from + 1 : part.from;
  if (text[start] === '"') return part.to - start > 1;
  const word = text.slice(start, Math.min(part.to, start + 40));
  if (word === '' || beginsField(word)) return false;
  if (isJoint(text, part, before)) return false;
  const field = before === undefined ? null : fieldAt(text, before.from, ':');
  if (field !== null && before?.to === field.end + 1 && isWordsField(field.field)) {
    return !beginsWord(field.field, word);
  }
  const name = nameBefore(text, start, ':=!<>');
  return name === null || (fieldOf(name) ?? nearestField(name)) === null;
}

/** A word that may join what stands before it and what will follow. */
function isJoint(text: string, part: Part, before: Part | undefined): boolean {
  if (part.kind !== 'free' || part.to - part.from > 5) return false;
  const word = text.slice(part.from, part.to);
  if (/^(?:OR?|AND?|NOT?|!)$/.test(word)) return true;
  return before?.kind === 'field' && beginsJoint(word);
}

function isWholeField(text: string, { field, term, valuesFrom, to, issues }: FieldPart): boolean {
  if (term === null || issues.some(({ kind }) => kind === 'mistake')) return false;
  const last = readItems(text, valuesFrom, false).items.at(-1);
  if (last === undefined || to > last.to) return true;
  if (isWordsField(field)) return isKnownWord(field, last.text) || last.quoted;
  const { kind } = FIELDS[field];
  if (kind === 'mark') return false;
  return kind !== 'text' || isPart(term);
}

/** A part of a text finds fewer builds with each letter; a whole one finds none until its last. */
function isPart(term: Term): boolean {
  return term.kind === 'text' && term.values.at(-1)?.match === 'contains';
}

function isHalf(text: string, part: Part): boolean {
  if (part.kind !== 'field') return part.kind === 'syntax' && part.valuesFrom !== null;
  const { field, term, valuesFrom, to } = part;
  if (isWordsField(field)) {
    const last = readItems(text, valuesFrom, false).items.at(-1);
    if (last !== undefined && last.to === to && !isKnownWord(field, last.text)) {
      return beginsWord(field, last.text);
    }
  }
  return term === null;
}
