import { printView } from '../../views/address/printView.ts';
import { makeView, type View } from '../../views/address/View.ts';
import { cellTerm, withFilter, withLens } from '../../views/editView.ts';
import { withTerm } from '../../views/query/editFilter.ts';

/** The builds of a name that the filter lets through. */
export function buildsLink(view: View, name: string): string {
  const term = cellTerm('image', name, false);
  const filter = term === null ? view.filter : withTerm(view.filter, term);
  return printView(withLens(withFilter(view, filter), 'builds'));
}

/** A build, opened in the list of all. */
export function buildLink(id: string): string {
  return printView(makeView({ open: [id] }));
}
