import { makeView, type View } from '../../../views/address/View.ts';
import { type Filter, makeFilter, type Term, termKey } from '../../../views/terms/Filter.ts';

/** The same view without its filter, and without what was not understood. */
export function cleared(view: View): View {
  return makeView({ ...view, filter: [], unknown: [] });
}

/** The filter with one term in the place of another, or without it. */
export function swapTerm(filter: Filter, from: Term, to: Term | null): Filter {
  const key = termKey(from);
  return makeFilter(
    filter.flatMap((term) => (termKey(term) === key ? (to === null ? [] : [to]) : [term])),
  );
}
