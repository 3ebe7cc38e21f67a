import type { View } from '../../../views/address/View.ts';
import { describeSort } from '../../../views/describeView.ts';
import { cleanName, freeName, type SavedViews } from '../../../views/saved/SavedViews.ts';
import { describeTerm } from '../../../views/terms/describeTerm.ts';

/** A name to begin with: what the view shows, else how it is ordered, in words. */
export function suggestName(state: SavedViews, view: View): string {
  const said =
    view.filter.length > 0
      ? view.filter.map((term) => describeTerm(term)).join(', ')
      : describeSort(view.sort);
  return freeName(state, cleanName(said.charAt(0).toUpperCase() + said.slice(1)));
}
