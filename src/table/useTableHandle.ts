import { type Ref, type RefObject, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { type OpenedRow, topOf } from './place/rowWindow.ts';
import type { ScrollPlace } from './place/ScrollPlace.ts';
import type { TableRows } from './place/TableRows.ts';

export interface VirtualTableHandle {
  /** Brings a row into view, moving as little as possible; `start` puts it at the top. */
  scrollTo(position: number, block?: 'nearest' | 'start'): void;
  /** Focuses the row at a position, drawing it first where need be. */
  focusRow(position: number): void;
  /**
   * Brings a row into view with all that it has opened, and keeps it there while that grows and
   * other rows come, until the person does something.
   */
  reveal(position: number): void;
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
  const { scroller, place, rows, rowHeight, opened, header } = options;
  const wanted = useRef<string | null>(null);
  const revealed = useRef<string | null>(null);

  const show = (position: number, height: number, block: 'nearest' | 'start' = 'nearest') => {
    const element = scroller.current;
    if (!element || position < 0 || position >= rows.count) return;
    const top = topOf(position, options);
    const room = element.clientHeight - header;
    const end = top + Math.min(height, room);
    if (block === 'start' || top < place.real) place.moveTo(top);
    else if (end > place.real + room) place.moveTo(end - room);
  };
  const showRevealed = () => {
    const position = revealed.current === null ? null : rows.positionOf(revealed.current);
    if (position === null) return;
    const extra = opened.find((row) => row.position === position)?.extra ?? 0;
    show(position, rowHeight + extra);
  };

  // Rows can have the focus, and heights, only once the browser holds them.
  useLayoutEffect(() => {
    showRevealed();
    if (wanted.current === null) return;
    const row = rowElement(scroller.current, wanted.current);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  useEndOfRevealing(revealed);

  useImperativeHandle(ref, () => ({
    scrollTo: (position, block) => show(position, rowHeight, block),
    focusRow(position) {
      if (position < 0 || position >= rows.count) return;
      const key = rows.keyAt(position);
      options.onActivate(key);
      show(position, rowHeight);
      const row = rowElement(scroller.current, key);
      if (row) row.focus({ preventScroll: true });
      else wanted.current = key;
    },
    reveal(position) {
      if (position < 0 || position >= rows.count) return;
      revealed.current = rows.keyAt(position);
      showRevealed();
    },
  }));
}

/** Whatever a person does ends it: from then on they choose what is in view. */
function useEndOfRevealing(revealed: RefObject<string | null>): void {
  useLayoutEffect(() => {
    const end = () => {
      revealed.current = null;
    };
    const acts = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
    for (const act of acts) window.addEventListener(act, end, { capture: true, passive: true });
    return () => {
      for (const act of acts) window.removeEventListener(act, end, { capture: true });
    };
  }, [revealed]);
}

function rowElement(scroller: HTMLElement | null, key: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
}
