import { printFreeWord } from '../query/freeWords.ts';
import { printValues } from '../terms/printTerm.ts';
import { printItem } from '../terms/valueList.ts';
import { encodeAddress } from './addressText.ts';
import type { View } from './View.ts';

/**
 * Writes a view as the query part of an address, `?` included, empty for the plain view.
 * `parseView` reads the same view. The order is fixed, defaults are not written, and what was
 * not understood comes last, as it stood.
 */
export function printView(view: View): string {
  const pieces: string[] = [];
  const write = (name: string, value: string) => pieces.push(`${name}=${encodeAddress(value)}`);
  if (view.lens !== 'builds') write('lens', view.lens);
  for (const term of view.filter) {
    if (term.kind === 'free') continue;
    write(`${term.not ? '-' : ''}${term.field}`, printValues(term, true));
  }
  if (view.zone !== null) write('zone', view.zone);
  const words = view.filter.filter((term) => term.kind === 'free');
  if (words.length > 0) write('q', words.map((term) => printFreeWord(term)).join(' '));
  if (view.sort.length > 0) {
    write('sort', view.sort.map((key) => `${key.descending ? '-' : ''}${key.column}`).join(','));
  }
  if (view.lensSort !== null) {
    write('sort', `${view.lensSort.descending ? '-' : ''}${view.lensSort.column}`);
  }
  if (view.open.length > 0) write('open', view.open.map((id) => printItem(id, true)).join(','));
  if (view.columns !== null) write('columns', view.columns.join(','));
  if (view.density !== null) write('density', view.density);
  if (view.compare !== null) write('compare', view.compare);
  if (view.show !== null) write('show', view.show);
  if (view.list !== null) write('list', view.list);
  if (view.timeline !== null) write('timeline', view.timeline);
  if (view.name !== null) write('view', view.name);
  for (const { raw } of view.unknown) pieces.push(raw);
  return pieces.length === 0 ? '' : `?${pieces.join('&')}`;
}
