import { startSearch } from './startSearch.ts';
import { pageSavedViews } from './useSavedViews.ts';

/** What a page that starts at this query shows, by the saved views of this device. */
export function openAtStart(search: string, isFresh: boolean): string {
  return startSearch(pageSavedViews().get().state, search, isFresh);
}
