import { isKnownStatus } from '../../contract/status.ts';
import {
  ARTIFACT_WORDS,
  type FreeTerm,
  type Term,
  type TextTerm,
  type WordsTerm,
} from './Filter.ts';
import { printSpanRange } from './spanRange.ts';
import { printTimeRange } from './timeRange.ts';
import { printItem } from './valueList.ts';

/**
 * Writes the values of a term so that `readTerm` reads the same: words of the contract in lower
 * case and short in the search box, as the API writes them in the address.
 */
export function printValues(term: Exclude<Term, FreeTerm>, inAddress: boolean): string {
  switch (term.kind) {
    case 'words':
      return term.values.map((word) => printWord(term, word, inAddress)).join(',');
    case 'text':
      return term.values.map((value) => printText(term, value, inAddress)).join(',');
    case 'mark':
      return printItem(term.value, inAddress, term.value.startsWith('='));
    case 'time':
      return printTimeRange(term.range, inAddress);
    case 'span':
      return printSpanRange(term.range, inAddress);
  }
}

function printWord(term: WordsTerm, word: string, inAddress: boolean): string {
  if (!inAddress && term.field === 'status' && isKnownStatus(word)) return word.toLowerCase();
  if (!inAddress && term.field === 'artifact') {
    return ARTIFACT_WORDS.get(word) ?? printItem(word, inAddress);
  }
  return printItem(word, inAddress);
}

function printText(
  term: TextTerm,
  { match, text }: TextTerm['values'][number],
  inAddress: boolean,
): string {
  const begins = text.startsWith('=');
  if (match === 'contains') return printItem(text, inAddress, begins || text.includes('*'));
  if (text.includes('*')) {
    const pieces = text.split('*').map((piece, at) => {
      return piece === '' ? '' : printItem(piece, inAddress, at === 0 && begins);
    });
    return pieces.join('*');
  }
  if (term.field === 'tag') return printItem(text, inAddress, begins);
  return `=${printItem(text, inAddress)}`;
}
