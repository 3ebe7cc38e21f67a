import { useCallback, useEffect, useRef } from 'react';
import { useList } from '../frame/list/useList.ts';
import { useStage } from '../frame/list/useStage.ts';
import { useView } from '../frame/view/useView.ts';

/**
 * Brings a build into view with its details once it is among the rows: at first to the one that the address opened when
 * the page came up, then to the one last asked for by what this gives, which gets the focus too.
 */
export function useScrollToBuild(): (id: string) => void {
  const [view] = useView();
  const { rows } = useList();
  const { table } = useStage();
  const wanted = useRef<string | null>(view.open[0] ?? null);
  const isAsked = useRef(false);
  // Scrolling is the browser's; the build may come with any page.
  useEffect(() => {
    const id = wanted.current;
    if (id === null) return;
    const position = rows.positionOf(id);
    if (position === null) return;
    wanted.current = null;
    if (isAsked.current) table.current?.focusRow(position);
    table.current?.reveal(position);
  }, [rows, table]);
  return useCallback((id) => {
    wanted.current = id;
    isAsked.current = true;
  }, []);
}
