import { isKnownStatus } from '../../contract/status.ts';
import { ARTIFACT_WORDS, type FreeTerm, type Term, type TextTerm } from './Filter.ts';
import type { WordsField } from './fields.ts';
import { looksLikeTag } from './looksLikeTag.ts';
import { isKnownWord } from './readWords.ts';
import { printSpanRange } from './spanRange.ts';
import { STATE_WORDS } from './synonyms.ts';
import { printTimeRange } from './timeRange.ts';
import { printItem } from './valueList.ts';

/**
 * Writes the values of a term so that `readTerm` reads the same: words of the contract in lower
 * case and short in the search box, as the API writes them in the address.
 */
export function printValues(term: Exclude<Term, FreeTerm>, inAddress: boolean): string {
  switch (term.kind) {
    case 'words':
      return term.values.map((word) => printWord(term.field, word, inAddress)).join(',');
    case 'text':
      return term.values.map((value) => printText(term, value, inAddress)).join(',');
    case 'mark':
      return printItem(term.value, inAddress, !/^[\w.:-]*$/.test(term.value));
    case 'time':
      return printTimeRange(term.range, inAddress);
    case 'span':
      return printSpanRange(term.range, inAddress);
  }
}

/** A word of a field; in the search box one that would be read otherwise stands in quotes. */
export function printWord(field: WordsField, word: string, inAddress: boolean): string {
  if (inAddress) return printItem(word, true, word.startsWith('='));
  if (field === 'status' && isKnownStatus(word)) return word.toLowerCase();
  const short = field === 'artifact' ? ARTIFACT_WORDS.get(word) : undefined;
  if (short !== undefined) return short;
  const plain = /^[A-Za-z_]+$/.test(word) && !STATE_WORDS.has(word.toLowerCase());
  return printItem(word, false, !plain && !isKnownWord(field, word));
}

function printText(
  term: TextTerm,
  { match, text }: TextTerm['values'][number],
  inAddress: boolean,
): string {
  if (match === 'exact') return `=${printItem(text, inAddress, text.includes('*'))}`;
  const begins = /^[=([{]/.test(text);
  if (match === 'contains') {
    const version = !inAddress && term.field === 'image' && looksLikeTag(text);
    return printItem(text, inAddress, begins || version || text.includes('*'));
  }
  if (text.includes('*')) {
    const pieces = text.split('*').map((piece, at) => {
      return piece === '' ? '' : printItem(piece, inAddress, at === 0 && begins);
    });
    return pieces.join('*');
  }
  return printItem(text, inAddress, begins);
}
