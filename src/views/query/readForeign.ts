import { FIELDS, type FieldName, fieldOf, nearestField } from '../terms/fields.ts';
import { type Issue, mistake } from '../terms/Issue.ts';
import { readTerm } from '../terms/readTerm.ts';
import { readItems } from '../terms/valueList.ts';
import type { FieldPart, Part, SyntaxPart } from './Part.ts';
import { isMisspelt } from './pastedName.ts';
import { fieldAt, nameBefore, wordsFrom } from './words.ts';

/**
 * Reads a condition in the spelling of GitHub, Datadog, Lucene, SQL or a command line. What means
 * one thing only is read (`duration>10m`, `status!=failed`); what does not applies not, and says
 * what to type. Null where there is none: then it is a field or a word. Looks at most some hundred
 * characters ahead.
 */
export function readForeign(text: string, from: number): Part | null {
  return (
    readMisspelt(text, from) ??
    readCompared(text, from) ??
    readDecorated(text, from) ??
    readTurned(text, from) ??
    readBracketed(text, from) ??
    readGroup(text, from) ??
    readSpaced(text, from)
  );
}

function refuse(from: number, to: number, message: string, suggestion: string | null): SyntaxPart {
  const issues: Issue[] = [mistake({ from, to }, message, suggestion)];
  return { kind: 'syntax', from, to, not: false, term: null, issues, valuesFrom: null };
}

function afterMinus(text: string, from: number): { readonly not: boolean; readonly start: number } {
  const not = text[from] === '-';
  return { not, start: not ? from + 1 : from };
}

/** `stauts:failed`: its value gives away what was meant. */
function readMisspelt(text: string, from: number): Part | null {
  const { start } = afterMinus(text, from);
  const name = nameBefore(text, start, ':');
  if (name === null || fieldOf(name) !== null) return null;
  const valuesFrom = start + name.length + 1;
  const { end } = readItems(text, valuesFrom, false);
  if (!isMisspelt(name, text.slice(valuesFrom, Math.min(end, valuesFrom + 200)))) return null;
  const place = { from: start, to: start + name.length };
  const near = nearestField(name);
  const issues = [mistake(place, `there is no field “${name}”`, near)];
  return { kind: 'syntax', from, to: end, not: start > from, valuesFrom, term: null, issues };
}

/** `status=failed`, `status!=failed`, `duration>10m`: read where the values can be. */
function readCompared(text: string, from: number): FieldPart | null {
  const { not, start } = afterMinus(text, from);
  const found = fieldAt(text, start, '=!<>');
  if (found === null) return null;
  const { field, end } = found;
  const sign = /^(?:!==?|<>|===?|=|[<>]=?)/.exec(text.slice(end, end + 3))?.[0];
  const { kind } = FIELDS[field];
  if (sign === undefined || (kind !== 'words' && kind !== 'time' && kind !== 'span')) return null;
  const compares = /^[<>]=?$/.test(sign);
  if (compares && kind === 'words') return null;
  const valuesFrom = compares ? end : end + sign.length;
  const turned = sign.startsWith('!') || sign === '<>';
  const read = readTerm(field, not !== turned, text, valuesFrom, false);
  if (read.term === null || read.issues.length > 0) return null;
  const { term } = read;
  return { kind: 'field', from, to: read.end, not: term.not, field, valuesFrom, term, issues: [] };
}

/** `@status:failed`, `+status:failed`, `--status=failed`, `!status:failed`, `?status=FAILED`. */
function readDecorated(text: string, from: number): Part | null {
  const head = /^(-(?!-)|)(--|[@+!?&#$.])(-?)(?=[A-Za-z])/.exec(text.slice(from, from + 4));
  if (head === null) return null;
  const [all, before, sign = '', after] = head;
  const found = fieldAt(text, from + all.length, ':=');
  if (found === null) return null;
  const valuesFrom = found.end + 1;
  const { end } = readItems(text, valuesFrom, false);
  const values = text.slice(valuesFrom, end);
  if (values === '' || values.length > 200) return null;
  if (sign === '?' || sign === '&') return readParameters(text, from, end);
  const minuses = [before, after, sign === '!' ? '-' : ''].filter((one) => one === '-').length;
  const minus = minuses % 2 === 1 && sign !== '--' ? '-' : '';
  const message =
    sign === '!'
      ? 'a minus excludes'
      : `a field is written without ${sign === '.' ? 'a dot' : sign}`;
  return refuse(from, end, message, `${minus}${found.field}:${values}`);
}

/** The end of an address of this page. */
function readParameters(text: string, from: number, to: number): SyntaxPart {
  const written = text.slice(from + 1, to).split('&');
  const plain = written.every((one) => /^-?[a-z]+=[\w.,:/*-]+$/i.test(one));
  const suggestion = plain ? written.map((one) => one.replace('=', ':')).join(' ') : null;
  return refuse(from, to, 'this is part of an address', suggestion);
}

const NOT = new Set(['not', '!', '-', 'nicht', 'non', 'no', 'pas', 'nie', 'niet', 'не', '非']);

/** `NOT status:failed`, `- status:failed`: excluded. */
function readTurned(text: string, from: number): FieldPart | null {
  const [word, next] = wordsFrom(text.slice(from, from + 300), 0, 2);
  if (word === undefined || next === undefined || word.to > 5) return null;
  if (!NOT.has(word.text.toLowerCase())) return null;
  const { not, start } = afterMinus(text, from + next.from);
  const found = fieldAt(text, start, ':');
  if (found === null) return null;
  const { field, end } = found;
  const read = readTerm(field, !not, text, end + 1, false);
  if (read.term === null) return null;
  const { term, issues } = read;
  return { kind: 'field', from, to: read.end, not: !not, field, valuesFrom: end + 1, term, issues };
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** `status:(failed OR cancelled)`, `created:[2026-11-01 TO 2026-11-20]`. */
function readBracketed(text: string, from: number): SyntaxPart | null {
  const { not, start } = afterMinus(text, from);
  const found = fieldAt(text, start, ':');
  if (found === null) return null;
  const { field, end } = found;
  const closing = CLOSING[text[end + 1] ?? ''];
  if (closing === undefined) return null;
  const inner = text.slice(end + 2, end + 302);
  const close = inner.search(/[)\]}]/);
  const isText = FIELDS[field].kind === 'text';
  if (close < 0) {
    if (isText) return null;
    const to = readItems(text, end + 1, false).end;
    return refuse(from, to, 'brackets are not read; a comma parts values', null);
  }
  const within = inner.slice(0, close);
  if (isText && !/[\s,|]/.test(within)) return null;
  const suggestion = listOf(field, within);
  return refuse(
    from,
    end + 2 + close + 1,
    'brackets are not read; a comma parts values',
    suggestion === null ? null : `${not ? '-' : ''}${field}:${suggestion}`,
  );
}

function listOf(field: FieldName, within: string): string | null {
  const words = within.match(/"[^"]*"|[^\s,|]+/g) ?? [];
  const { kind } = FIELDS[field];
  const isRange = kind === 'time' || kind === 'span';
  const to = words.findIndex((word) => word.toUpperCase() === 'TO');
  if (to >= 0) {
    if (!isRange) return null;
    const side = (at: number) => words[at]?.replace('*', '') ?? '';
    return `${side(to - 1)}..${side(to + 1)}`;
  }
  const values = words.filter((word) => !/^(?:or|\|\|)$/i.test(word));
  if (values.some((word) => /^(?:and|not|[-!+].*)$/i.test(word))) return null;
  return values.length === 0 || isRange ? null : values.join(',');
}

/** `(status:failed OR status:cancelled)`: the brackets of a group, which no filter needs. */
function readGroup(text: string, from: number): SyntaxPart | null {
  const head = /^([-!]?)\(+\s*/.exec(text.slice(from, from + 20));
  if (head === null) return null;
  const inside = afterMinus(text, from + head[0].length);
  const found = fieldAt(text, inside.start, ':');
  if (found === null || !/\S/.test(text.charAt(found.end + 1))) return null;
  const window = text.slice(from + head[0].length, from + 500);
  const close = window.indexOf(')');
  const inner = (close < 0 ? window : window.slice(0, close)).trim();
  const end = from + head[0].length + (close < 0 ? window.trimEnd().length : close);
  const to = close < 0 ? end : end + (/^\)+/.exec(text.slice(end, end + 20))?.[0].length ?? 0);
  const simple = !/[()]/.test(inner);
  const message = 'brackets are not read; all parts hold, and a comma parts values';
  const turned = head[1] === '' ? inner : excluded(inner);
  return refuse(from, to, message, simple ? turned : null);
}

/** A group with a minus, where one list says the same. */
function excluded(inner: string): string | null {
  const parts = inner.split(/\s+(?:or|\|\|?)\s+/i);
  const read = parts.map((part) => /^([A-Za-z]+):([^\s"]+)$/.exec(part));
  const names = new Set(read.map((found) => found?.[1]?.toLowerCase()));
  if (read.includes(null) || names.size !== 1) return null;
  return `-${[...names][0]}:${read.map((found) => found?.[2]).join(',')}`;
}

/** Signs that stand between a field and its value elsewhere. */
export const SIGNS: ReadonlySet<string> = new Set([
  '=',
  '==',
  '===',
  '!=',
  '<>',
  '>',
  '<',
  '>=',
  '<=',
  ':',
  '=>',
]);

/** `status = failed`, `duration > 10m`, `created >= 2026-11-01`: with blanks between. */
function readSpaced(text: string, from: number): SyntaxPart | null {
  const [name, sign, value] = wordsFrom(text.slice(from, from + 120), 0, 3);
  if (name === undefined || sign === undefined || value === undefined) return null;
  if (!SIGNS.has(sign.text) || name.to > 12) return null;
  const { not, start } = afterMinus(name.text, 0);
  const field = fieldOf(name.text.slice(start));
  if (field === null || FIELDS[field].kind === 'text' || FIELDS[field].kind === 'mark') return null;
  const compares = /^[<>]=?$/.test(sign.text);
  const turned = sign.text.startsWith('!') || sign.text === '<>';
  const written = `${compares ? sign.text : ''}${value.text}`;
  const read = readTerm(field, false, written, 0, false);
  if (read.term === null || read.issues.length > 0 || read.end < written.length) return null;
  const message = 'a field is written without blanks';
  return refuse(from, from + value.to, message, `${not === turned ? '' : '-'}${field}:${written}`);
}
