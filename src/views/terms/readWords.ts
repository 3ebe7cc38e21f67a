import { ARTIFACT_TYPES, isKnownStatus, STATUSES } from '../../contract/status.ts';
import { ARTIFACT_WORDS, canonicalWord, HAS_WORDS, IS_WORDS } from './Filter.ts';
import type { WordsField } from './fields.ts';
import { hint, type Issue, mistake, type Values } from './Issue.ts';
import { canonicalMark, IS_MARKS } from './marks.ts';
import { nearest } from './nearest.ts';
import { ARTIFACT_SYNONYMS, STATE_WORDS } from './synonyms.ts';
import type { Item } from './valueList.ts';

/** Reads the words of a field; `=` in front of one changes nothing, since words are whole. */
export function readWords(field: WordsField, not: boolean, items: readonly Item[]): Values {
  const [only] = items;
  const alone =
    field === 'is' && items.length === 1 ? canonicalMark(field, only?.text ?? '') : null;
  if (alone !== null) return { term: { kind: 'mark', field: 'is', value: alone, not }, issues: [] };
  const issues: Issue[] = [];
  const values: string[] = [];
  for (const item of items) {
    const word = canonicalWord(field, item.equals ? item.text.replace(/^=+/, '') : item.text);
    const { known, closed } = VOCABULARY[field];
    if (field === 'is' && canonicalMark(field, word) !== null) {
      issues.push(mistake(item, `“${word}” stands alone: write is:${word} apart`));
      continue;
    }
    if (closed && !known.includes(word)) {
      const words = field === 'is' ? [...known, ...IS_MARKS] : known;
      const message = `“${field}” is one of ${words.join(', ')}`;
      issues.push(mistake(item, message, suggestWord(field, word)));
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
  if (field === 'status' && !isKnownStatus(word)) {
    return {
      message: `no status is called “${word}”`,
      suggestion: suggestWord(field, word),
    };
  }
  if (field === 'artifact' && !ARTIFACT_WORDS.has(word)) {
    const message = `no artifact type is called “${word}”`;
    return { message, suggestion: suggestWord(field, word) };
  }
  return null;
}

/** The word of a field that another one was probably meant to be, null when none comes to mind. */
export function suggestWord(field: WordsField, word: string): string | null {
  const { known } = VOCABULARY[field];
  const lower = word.toLowerCase();
  const words = field === 'is' ? [...known, ...IS_MARKS] : known;
  const begun = /^[a-z]{2,}\*$/.test(lower)
    ? words.find((one) => one.startsWith(lower.slice(0, -1)))
    : undefined;
  const near = begun ?? nearest(word, words);
  if (near !== null) return near;
  if (field === 'artifact') return ARTIFACT_SYNONYMS.get(lower) ?? null;
  const spelling = STATE_WORDS.get(lower);
  return spelling?.startsWith(`${field}:`) ? spelling.slice(field.length + 1) : null;
}

/** True for a word that the field names, in any case. */
export function isKnownWord(field: WordsField, word: string): boolean {
  const lower = word.toLowerCase();
  if (field === 'is' && canonicalMark(field, word) !== null) return true;
  return VOCABULARY[field].known.some((one) => one.toLowerCase() === lower);
}

/** True for the first letters of a word that the field names, in any case. */
export function beginsWord(field: WordsField, word: string): boolean {
  const lower = word.toLowerCase();
  const known = field === 'is' ? [...VOCABULARY.is.known, ...IS_MARKS] : VOCABULARY[field].known;
  return known.some((one) => one.toLowerCase().startsWith(lower));
}
