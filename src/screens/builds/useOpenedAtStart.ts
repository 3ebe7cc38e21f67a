import { type RefObject, useEffect, useRef } from 'react';
import type { VirtualTableHandle } from '../../table/VirtualTable.tsx';
import type { View } from '../../views/View.ts';
import type { BuildList } from './useBuildList.ts';

/** Scrolls to the first build that the address opened when the page came up, once it is there. */
export function useOpenedAtStart(
  view: View,
  list: BuildList,
  table: RefObject<VirtualTableHandle | null>,
): void {
  const wanted = useRef<string | null>(view.open[0] ?? null);
  // Scrolling is the browser's; the build may come with any page.
  useEffect(() => {
    const id = wanted.current;
    if (id === null) return;
    const position = list.rows.positionOf(id);
    if (position === null) return;
    wanted.current = null;
    table.current?.scrollTo(position);
  }, [list.rows, table]);
}
