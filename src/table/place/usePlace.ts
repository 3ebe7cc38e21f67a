import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type Geometry, keepPlace } from './keepPlace.ts';
import { topOf } from './rowWindow.ts';
import type { ScrollPlace } from './ScrollPlace.ts';
import type { TableRows } from './TableRows.ts';
import type { Reader } from './useReader.ts';

export interface PlaceOptions<T extends object> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly place: ScrollPlace;
  readonly reader: RefObject<Reader>;
  readonly rows: TableRows<T>;
  readonly geometry: Geometry;
  /** When it changes, the view starts again at the top. */
  readonly resetKey: string;
  readonly onScrolled: ((scrolled: boolean) => void) | undefined;
}

/**
 * Holds what is being read under the same pixel while rows change: what the pointer is over, the
 * row with the focus, or else the first row in view. Starts again at the top when asked.
 */
export function usePlace<T extends object>(options: PlaceOptions<T>): void {
  const { scroller, place, reader, rows, geometry, resetKey, onScrolled } = options;
  const shown = useRef<{ rows: TableRows<T>; geometry: Geometry; resetKey: string }>(undefined);

  // The browser scrolls by pixels: after the rows changed, it has to be told where they went.
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { rows, geometry, resetKey };
    if (!before) return;
    // Telling the browser where to scroll to lays the page out: only where it must.
    if (before.resetKey !== resetKey) {
      if (place.real > 0) place.moveTo(0);
      return;
    }
    if (before.rows === rows && sameGeometry(before.geometry, geometry)) return;
    place.refresh();
    const y = eyeOf(reader.current, place, before);
    if (y === null) return;
    const to = keepPlace(
      { ...before.geometry, keyAt: before.rows.keyAt },
      { ...geometry, positionOf: rows.positionOf },
      { scrollTop: place.real, y },
    );
    if (to !== null && Math.abs(to - place.real) > LEAST) place.moveTo(to);
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const tell = () => onScrolled?.(place.real > 0);
    element.addEventListener('scroll', tell, { passive: true });
    return () => element.removeEventListener('scroll', tell);
  }, [scroller, place, onScrolled]);
}

/** A move that no one sees. Pixels. */
const LEAST = 0.05;

/** How far below the top of the view a person looks; null at the very top, where news may come in. */
function eyeOf<T extends object>(
  { pointer, focus }: Reader,
  place: ScrollPlace,
  { rows, geometry }: { readonly rows: TableRows<T>; readonly geometry: Geometry },
): number | null {
  if (pointer !== null) return pointer;
  const position = focus === null ? null : rows.positionOf(focus);
  if (position !== null) return Math.max(0, topOf(position, geometry) - place.real);
  return place.real > 0 ? 0 : null;
}

function sameGeometry(a: Geometry, b: Geometry): boolean {
  return a.count === b.count && a.rowHeight === b.rowHeight && a.opened === b.opened;
}
