import type { View } from '../../../views/address/View.ts';
import {
  findSavedView,
  type SavedView,
  type SavedViews,
  savedViewOf,
  searchToSave,
} from '../../../views/saved/SavedViews.ts';

/**
 * The saved view that is shown, if one is. Two may show the same: then it is the one that was
 * `chosen` last.
 */
export function currentView(
  state: SavedViews,
  view: View,
  chosen: string | null,
): SavedView | undefined {
  const picked = chosen === null ? undefined : findSavedView(state, chosen);
  return picked?.search === searchToSave(view) ? picked : savedViewOf(state, view);
}
