import { parseView } from '../../../views/address/parseView.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView } from '../../../views/address/View.ts';
import { LAST_VISIT } from '../../../views/terms/marks.ts';

/**
 * The address as it is handed on: `since:last` becomes the instant that it means here (`mark`,
 * milliseconds since the epoch), since another person was last here at another time.
 */
export function linkSince(search: string, mark: number | null): string {
  if (mark === null || !search.includes('since=')) return search;
  const view = parseView(search);
  const isLast = view.filter.some(
    (term) => term.kind === 'mark' && term.field === 'since' && term.value === LAST_VISIT,
  );
  if (!isLast) return search;
  const value = new Date(mark).toISOString();
  const filter = view.filter.map((term) =>
    term.kind === 'mark' && term.field === 'since' && term.value === LAST_VISIT
      ? { ...term, value }
      : term,
  );
  return printView(makeView({ ...view, filter }));
}
