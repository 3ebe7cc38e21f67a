import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { VirtualTableHandle } from '../../table/VirtualTable.tsx';
import type { View } from '../../views/address/View.ts';
import type { BuildList } from '../frame/list/useBuildList.ts';

/**
 * Scrolls to a build once it is among the rows: at first to the one that the address opened when
 * the page came up, then to the one last asked for by what this gives, which gets the focus too.
 */
export function useScrollToBuild(
  view: View,
  list: BuildList,
  table: RefObject<VirtualTableHandle | null>,
): (id: string) => void {
  const wanted = useRef<string | null>(view.open[0] ?? null);
  const isAsked = useRef(false);
  // Scrolling is the browser's; the build may come with any page.
  useEffect(() => {
    const id = wanted.current;
    if (id === null) return;
    const position = list.rows.positionOf(id);
    if (position === null) return;
    wanted.current = null;
    if (isAsked.current) table.current?.focusRow(position);
    else table.current?.scrollTo(position);
  }, [list.rows, table]);
  return useCallback((id) => {
    wanted.current = id;
    isAsked.current = true;
  }, []);
}
