import { FIELDS, type FieldName, fieldOf } from '../terms/fields.ts';
import { hint, type Issue } from '../terms/Issue.ts';
import { readTerm } from '../terms/readTerm.ts';
import { isKnownWord } from '../terms/readWords.ts';
import { fieldAt, type Word, wordsFrom } from './words.ts';

/**
 * What to say of a free word that looks like another language's syntax. It is searched for as it
 * stands; null where there is nothing to say. Looks at most some hundred characters ahead.
 */
export function adviseOnWord(text: string, from: number, to: number): Issue | null {
  const place = { from, to };
  const word = text.slice(from, Math.min(to, from + 200));
  const compared = adviseOnCompared(text, from, to);
  if (compared !== null) return compared;
  const spoken = adviseOnSpoken(text, from);
  if (spoken !== null) return spoken;
  if (word === 'NOT') {
    return hint(place, 'NOT is searched for as a word; a minus in front excludes');
  }
  if (/^(?:SELECT|WHERE|ORDER|GROUP|HAVING|LIMIT)$/.test(word)) {
    return hint(
      place,
      `${word} is searched for as a word; type words and fields, as in status:failed`,
    );
  }
  const pattern = /^-?[\w./-]*[\w/][\w./-]*\*[\w./*-]*$|^-?\*[\w./-]*[\w/][\w./*-]*$/.test(word);
  if (pattern && word.length < 100 && !/^\/.*\/[gimsu]*$/.test(word)) {
    const minus = word.startsWith('-') ? '-' : '';
    const suggestion = `${minus}image:${word.slice(minus.length)}`;
    return hint(place, '* stands for itself in a word; in a field it is any run', suggestion);
  }
  if (word === '*' || word === '*:*') {
    return hint(place, `${word} is searched for as it stands; an empty search shows all builds`);
  }
  if (/^\/\S+[*+?\\|[\]^$()]\S*\/[gimsu]*$/.test(word)) {
    return hint(place, 'searched for as it stands: there are no regular expressions');
  }
  const required = /^\+([A-Za-z][\w./-]*)$/.exec(word)?.[1];
  if (required !== undefined)
    return hint(place, '+ is part of the word: each must stand somewhere', required);
  const fuzzy = /^([A-Za-z][\w./-]+)[~^][\d.]*$/.exec(word)?.[1];
  if (fuzzy !== undefined)
    return hint(place, `${word.slice(fuzzy.length)} is part of the word`, fuzzy);
  return adviseOnQuotes(text, from);
}

const CLOSING: Readonly<Record<string, string>> = {
  "'": "'",
  '‘': '’',
  '“': '”',
  '„': '“',
  '«': '»',
  '`': '`',
};

/** `'no space'`: only `"` makes a phrase. */
function adviseOnQuotes(text: string, from: number): Issue | null {
  const minus = text[from] === '-' ? '-' : '';
  const start = from + minus.length;
  const closing = CLOSING[text[start] ?? ''];
  if (closing === undefined) return null;
  const window = text.slice(start + 1, start + 200);
  const length = window.indexOf(closing);
  const inner = window.slice(0, Math.max(0, length));
  if (length <= 0 || !inner.includes(' ') || inner.includes('"')) return null;
  const to = start + length + 2;
  return hint({ from, to }, `only " makes a phrase`, `${minus}"${inner}"`);
}

/** `image=web`, `tag!=latest`, `error~space`, `status=foo`: what could not be read as a field. */
function adviseOnCompared(text: string, from: number, to: number): Issue | null {
  const start = text[from] === '-' ? from + 1 : from;
  const found = fieldAt(text, start, '=!<>~');
  if (found === null) return null;
  const { field, end } = found;
  const rest = text.slice(end, Math.min(to, end + 200));
  const sign = /^(?:!~~?\*?|!==?|<>|=~|~[=*~]?|===?|=>|=<|=|[<>]=?)/.exec(rest)?.[0];
  if (sign === undefined) return null;
  const value = rest.slice(sign.length);
  const place = { from, to };
  const message = 'searched for as it stands; a field has a colon';
  const { kind } = FIELDS[field];
  const compares = /[<>]/.test(sign) && sign !== '<>';
  if (compares && (kind === 'words' || kind === 'text' || kind === 'mark')) {
    return hint(place, `searched for as it stands; “${field}” cannot be compared`);
  }
  if (value === '') return hint(place, message);
  const signs = compares ? sign.replace('=>', '>=').replace('=<', '<=') : '';
  const turned = start > from !== (sign.startsWith('!') || sign === '<>');
  return hint(place, message, `${turned ? '-' : ''}${field}:${signs}${value}`);
}

/** `status is failed`, `image like web%`, `created after 2026-11-01`, `status in (failed, cancelled)`. */
function adviseOnSpoken(text: string, from: number): Issue | null {
  const words = wordsFrom(text.slice(from, from + 200), 0, 7);
  const [name, verb] = words;
  if (name === undefined || verb === undefined || name.to > 12) return null;
  const field = fieldOf(name.text);
  if (field === null) return null;
  const said = spell(field, verb.text, words.slice(2));
  if (said === null) return null;
  const place = { from, to: from + said.to };
  return hint(place, 'searched for as it stands; a field has a colon', said.text);
}

interface Spelling {
  readonly text: string;
  readonly to: number;
}

function spell(field: FieldName, verb: string, words: readonly Word[]): Spelling | null {
  const { kind } = FIELDS[field];
  const lower = verb.toLowerCase();
  if (kind === 'words') return spellWords(field, lower, words);
  const [value, and, last] = words;
  if (value === undefined) return null;
  if (kind === 'text') {
    const signs = /^(?:=|==|like|ilike|contains|!=|<>|~|=~)$/;
    if (!signs.test(lower) || !/^["']?[\w./%*:-]+["']?$/.test(value.text)) return null;
    const plain = value.text
      .replaceAll(/["']/g, '')
      .replaceAll('%', '*')
      .replace(/^\*([^*]+)\*$/, '$1');
    return {
      text: `${lower === '!=' || lower === '<>' ? '-' : ''}${field}:${plain}`,
      to: value.to,
    };
  }
  if (lower === 'between' && and?.text.toLowerCase() === 'and' && last !== undefined) {
    return readable(field, `${value.text}..${last.text}`, last.to);
  }
  const sign = SPOKEN.get(lower);
  return sign === undefined ? null : readable(field, `${sign}${value.text}`, value.to);
}

const SPOKEN: ReadonlyMap<string, string> = new Map([
  ...(['after', 'over'] as const).map((word) => [word, '>'] as const),
  ...(['before', 'under', 'below'] as const).map((word) => [word, '<'] as const),
  ...(['since', 'from'] as const).map((word) => [word, '>='] as const),
  ...(['until', 'till'] as const).map((word) => [word, '<='] as const),
  ...(['on', 'is', 'in'] as const).map((word) => [word, ''] as const),
]);

function readable(field: FieldName, values: string, to: number): Spelling | null {
  const { term, issues } = readTerm(field, false, values, 0, false);
  return term === null || issues.length > 0 ? null : { text: `${field}:${values}`, to };
}

function spellWords(field: FieldName, verb: string, words: readonly Word[]): Spelling | null {
  if (field !== 'status' && field !== 'artifact') return null;
  if (!/^(?:is|in|equals|=|not)$/.test(verb)) return null;
  const turned = verb === 'not' || words[0]?.text.toLowerCase() === 'not';
  const values: string[] = [];
  let to = 0;
  for (const word of words) {
    const plain = word.text.replaceAll(/["'(),]/g, '');
    if (/^(?:not|in|or)?$/i.test(plain)) continue;
    const known = plain.split(',').every((one) => isKnownWord(field, one));
    if (!known) break;
    values.push(plain);
    to = word.to;
    if (verb === 'is' && !word.text.endsWith(',')) break;
    if (word.text.endsWith(')')) break;
  }
  if (values.length === 0) return null;
  return { text: `${turned ? '-' : ''}${field}:${values.join(',')}`, to };
}
