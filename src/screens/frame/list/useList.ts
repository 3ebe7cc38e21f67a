import { createContext, useContext } from 'react';
import type { BuildList } from './useBuildList.ts';

const ListContext = createContext<BuildList | null>(null);

/** Gives the builds of the view to the screens below: `<ListProvider value={list}>`. */
export const ListProvider = ListContext.Provider;

/**
 * The builds of the view, as they are shown.
 *
 * @throws Error outside a `ListProvider`
 */
export function useList(): BuildList {
  const list = useContext(ListContext);
  if (list === null) throw new Error('There is no ListProvider above.');
  return list;
}
