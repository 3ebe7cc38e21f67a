import { useLayoutEffect, useRef } from 'react';
import { type Anchor, anchorOf, scrollTopFor } from './keepPlace.ts';
import type { TableRows } from './TableRows.ts';

interface Geometry {
  readonly count: number;
  readonly rowHeight: number;
  readonly opened: readonly { readonly position: number; readonly extra: number }[];
}

export interface PlaceOptions<T extends object> {
  readonly rows: TableRows<T>;
  /** When it changes, the view starts again at the top. */
  readonly resetKey: string;
  readonly onScrolled?: ((scrolled: boolean) => void) | undefined;
}

/** Holds what is being read under the same pixel while rows change; starts again at the top when asked. */
export function usePlace<T extends object>(
  scroller: { readonly current: HTMLElement | null },
  { rows, resetKey, onScrolled }: PlaceOptions<T>,
  geometry: Geometry,
): void {
  const shown = useRef<{ rows: TableRows<T>; geometry: Geometry; resetKey: string }>(undefined);
  const anchor = useRef<Anchor | null>(null);
  const scrolledTo = useRef(0);

  // The browser scrolls by pixels: after the rows changed, it has to be told where they went.
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = shown.current;
    shown.current = { rows, geometry, resetKey };
    if (!element || !before) return;
    // Asking or telling the browser where it is scrolled to lays the page out: only where it must.
    if (before.resetKey !== resetKey) {
      if (scrolledTo.current > 0) element.scrollTop = 0;
      anchor.current = null;
      return;
    }
    if (!anchor.current || (before.rows === rows && sameGeometry(before.geometry, geometry)))
      return;
    const top = scrollTopFor(anchor.current, { ...geometry, positionOf: rows.positionOf });
    if (top !== null && Math.abs(top - scrolledTo.current) >= 1) element.scrollTop = top;
  });

  // The anchor is what the person last scrolled to, read when the browser says so.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const remember = () => {
      const table = shown.current;
      if (!table) return;
      const top = element.scrollTop;
      scrolledTo.current = top;
      anchor.current = anchorOf({ ...table.geometry, keyAt: table.rows.keyAt }, top);
      onScrolled?.(top > 0);
    };
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller, onScrolled]);
}

function sameGeometry(a: Geometry, b: Geometry): boolean {
  return a.count === b.count && a.rowHeight === b.rowHeight && a.opened === b.opened;
}
