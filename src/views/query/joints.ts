import { isKnownStatus } from '../../contract/status.ts';
import { MOST_VALUES, type Term } from '../terms/Filter.ts';
import { FIELDS } from '../terms/fields.ts';
import type { Issue } from '../terms/Issue.ts';
import type { FieldPart, FreePart, Part, SyntaxPart } from './Part.ts';

/** Words between two conditions, in the languages that people filter in. */
const OR = new Set(['or', '|', '||', 'oder', 'ou', 'o', 'lub', 'eller', 'или', '或', 'または']);
const AND = new Set(['and', '&', '&&', 'und', 'et', 'y', 'e', 'en', 'i', 'och', 'и', '和', 'かつ']);
const LONGEST = 5;

/** True for the first letters of a joint. */
export function beginsJoint(word: string): boolean {
  const lower = word.toLowerCase();
  return [...OR, ...AND].some((one) => one.startsWith(lower));
}

function jointOf(part: Part, text: string): 'or' | 'and' | null {
  if (part.kind !== 'free' || part.to - part.from > LONGEST) return null;
  const word = text.slice(part.from, part.to).toLowerCase();
  return OR.has(word) ? 'or' : AND.has(word) ? 'and' : null;
}

/**
 * Makes joints of the words that stand between two fields: `status:failed OR status:cancelled` is
 * one condition with both values, and `AND` says what holds anyway. Anywhere else such a word is
 * a word, and is said to be.
 */
export function joinParts(parts: readonly Part[], text: string): Part[] {
  const joined: Part[] = [];
  const rest = [...parts];
  for (const [at, part] of rest.entries()) {
    const last = joined.at(-1);
    const next = rest[at + 1];
    const joint = jointOf(part, text);
    if (part.kind !== 'free') joined.push(part);
    else if (joint === null) joined.push(part);
    else if (!isField(last) || !isField(next)) joined.push(adviseOn(part, joint, last, next, text));
    else if (joint === 'and') joined.push(syntax(part, adviceOnAnd(last, next)));
    else {
      const merged = last.term && next.term && mergeTerms(last.term, next.term);
      joined.push(syntax(part, merged ? null : adviceOnOr(last, next, text)));
      if (!merged) continue;
      joined[joined.length - 2] = { ...last, term: null };
      rest[at + 1] = { ...next, term: merged };
    }
  }
  return joined;
}

function isField(part: Part | undefined): part is FieldPart {
  return part?.kind === 'field';
}

function syntax({ from, to }: Part, issue: Omit<Issue, 'from' | 'to'> | Issue | null): SyntaxPart {
  const issues = issue === null ? [] : [{ from, to, ...issue }];
  return { kind: 'syntax', from, to, not: false, valuesFrom: null, term: null, issues };
}

/** One term for either of two; null where no term says it. */
function mergeTerms(a: Term, b: Term): Term | null {
  if (a.not || b.not) return null;
  if (a.kind === 'words' && b.kind === 'words' && a.field === b.field) {
    const values = [...a.values, ...b.values];
    return values.length > MOST_VALUES ? null : { ...a, values };
  }
  if (a.kind === 'text' && b.kind === 'text' && a.field === b.field) {
    const values = [...a.values, ...b.values];
    return values.length > MOST_VALUES ? null : { ...a, values };
  }
  return null;
}

function adviceOnOr(a: FieldPart, b: FieldPart, text: string): Issue | Omit<Issue, 'from' | 'to'> {
  const kind = 'mistake';
  if (a.field !== b.field) {
    const message =
      'both hold here: “or” works between values of one field, as in status:failed,cancelled';
    return { kind, message, suggestion: null };
  }
  if (a.not && b.not) {
    const values = [a, b].map(({ valuesFrom, to }) => text.slice(valuesFrom, to));
    const message = 'one of them always holds; a list excludes each of its values';
    return { kind, message, suggestion: `-${a.field}:${values.join(',')}`, from: a.from, to: b.to };
  }
  const takesOne = FIELDS[a.field].kind === 'time' || FIELDS[a.field].kind === 'span';
  const message = takesOne
    ? `both hold here: “${a.field}” takes one stretch, written FROM..TO`
    : 'both hold here: these cannot be joined by “or”';
  return { kind, message, suggestion: null };
}

function adviceOnAnd(a: FieldPart, b: FieldPart): Omit<Issue, 'from' | 'to'> {
  const either = a.field === 'status' && b.field === 'status' && !a.not && !b.not;
  const message = either
    ? 'a build has one status, so builds with either are shown'
    : 'left out, since all parts must hold anyway';
  return { kind: 'hint', message, suggestion: null };
}

/** Says of an `OR` or `AND` between words that it is searched for. */
function adviseOn(
  part: FreePart,
  joint: 'or' | 'and',
  last: Part | undefined,
  next: Part | undefined,
  text: string,
): FreePart {
  const word = text.slice(part.from, part.to);
  if (!['OR', 'AND', '|', '||'].includes(word)) return part;
  const issue: Issue = {
    from: part.from,
    to: part.to,
    kind: 'hint',
    message:
      joint === 'and'
        ? `${word} is searched for as a word; all parts must hold anyway`
        : `${word} is searched for as it stands; “or” is a comma, as in status:failed,cancelled`,
    suggestion: null,
  };
  const between = joint === 'or' && last?.kind === 'free' && next?.kind === 'free';
  return {
    ...part,
    issues: [...part.issues, between ? offerList(issue, last, next, text) : issue],
  };
}

/** `failed OR cancelled` was meant as a list of statuses, other words as one of images. */
function offerList(issue: Issue, last: FreePart, next: FreePart, text: string): Issue {
  const sides = [last, next].map(({ from, to }) => text.slice(from, Math.min(to, from + 60)));
  if (!sides.every((side) => /^[\w./]+$/.test(side))) return issue;
  const field = sides.every((side) => isKnownStatus(side.toUpperCase())) ? 'status' : 'image';
  return { ...issue, from: last.from, to: next.to, suggestion: `${field}:${sides.join(',')}` };
}
