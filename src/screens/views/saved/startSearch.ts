import { parseView } from '../../../views/address/parseView.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView } from '../../../views/address/View.ts';
import {
  findSavedView,
  offeredName,
  type SavedView,
  type SavedViews,
} from '../../../views/saved/SavedViews.ts';

/**
 * What a page that starts at this query shows: at an empty one the person's default view, else
 * what it says. A name that says nothing new (the view is saved under it) goes.
 *
 * @param isFresh false for a reload or a way back, which show what was shown
 */
export function startSearch(state: SavedViews, search: string, isFresh: boolean): string {
  if (search === '') {
    if (!isFresh || state.defaultName === null) return search;
    return findSavedView(state, state.defaultName)?.search ?? search;
  }
  const view = parseView(search);
  if (view.name === null || offeredName(state, view) !== null) return search;
  return printView(makeView({ ...view, name: null }));
}

/**
 * Where a saved view opens in a new tab. An empty query would open the default view there, so a
 * view that shows everything is named.
 */
export function hrefOf(state: SavedViews, { name, search }: SavedView): string {
  if (search !== '' || state.defaultName === null) return `/${search}`;
  return `/${printView(makeView({ name }))}`;
}
