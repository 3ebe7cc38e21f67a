import { type Ref, type RefObject, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { type OpenedRow, topOf } from './place/rowWindow.ts';
import type { ScrollPlace } from './place/ScrollPlace.ts';
import type { TableRows } from './place/TableRows.ts';

export interface VirtualTableHandle {
  /** Brings a row into view, moving as little as possible; `start` puts it at the top. */
  scrollTo(position: number, block?: 'nearest' | 'start'): void;
  /** Focuses the row at a position, drawing it first where need be. */
  focusRow(position: number): void;
}

export interface TableHandleOptions<T extends object> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly place: ScrollPlace;
  readonly rows: TableRows<T>;
  readonly rowHeight: number;
  readonly opened: readonly OpenedRow[];
  /** The height of the header that stands over the rows. Pixels. */
  readonly header: number;
  readonly onActivate: (key: string) => void;
}

/** What the screen around a table can ask of it. */
export function useTableHandle<T extends object>(
  ref: Ref<VirtualTableHandle> | undefined,
  options: TableHandleOptions<T>,
): void {
  const { scroller, place, rows, rowHeight, header } = options;
  const wanted = useRef<string | null>(null);
  // Focus can only move to a row once the browser holds it.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = rowElement(scroller.current, wanted.current);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const scrollTo = (position: number, block: 'nearest' | 'start' = 'nearest') => {
    const element = scroller.current;
    if (!element || position < 0 || position >= rows.count) return;
    const top = topOf(position, options);
    const room = element.clientHeight - header;
    if (block === 'start' || top < place.real) place.moveTo(top);
    else if (top + rowHeight > place.real + room) place.moveTo(top + rowHeight - room);
  };
  useImperativeHandle(ref, () => ({
    scrollTo,
    focusRow(position) {
      if (position < 0 || position >= rows.count) return;
      const key = rows.keyAt(position);
      options.onActivate(key);
      scrollTo(position);
      const row = rowElement(scroller.current, key);
      if (row) row.focus({ preventScroll: true });
      else wanted.current = key;
    },
  }));
}

function rowElement(scroller: HTMLElement | null, key: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
}
