import { createContext, useContext, useSyncExternalStore } from 'react';
import { onPreferredZone, preferredZone } from '../../../ui/dayZone.ts';
import { createSavedViewsStore, type KeptViews, type SavedViewsStore } from './savedViewsStore.ts';

let own: SavedViewsStore | null = null;

/** The saved views of this page: one store, made when first asked for. */
export function pageSavedViews(): SavedViewsStore {
  own ??= createSavedViewsStore(window, { get: preferredZone, subscribe: onPreferredZone });
  return own;
}

const SavedViewsContext = createContext<SavedViewsStore | null>(null);

/** Gives another store than the page's own to the screens below. */
export const SavedViewsProvider = SavedViewsContext.Provider;

/** The saved views, anew with each change, and how to change them. */
export function useSavedViews(): KeptViews & Pick<SavedViewsStore, 'dispatch' | 'dismissProblem'> {
  const store = useContext(SavedViewsContext) ?? pageSavedViews();
  const kept = useSyncExternalStore(store.subscribe, store.get);
  return { ...kept, dispatch: store.dispatch, dismissProblem: store.dismissProblem };
}
