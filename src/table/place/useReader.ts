import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { ScrollPlace } from './ScrollPlace.ts';

/** Where a person is with a table: the pointer over its rows, or the keyboard in them. */
export type ReadingBy = 'pointer' | 'focus';

export type OnReading = (by: ReadingBy, reading: boolean) => void;

/** What a person has before them in the rows. */
export interface Reader {
  /** Pixels below the top of the view of what is under the pointer; null: it is elsewhere. */
  pointer: number | null;
  /** The key of the row that holds the focus. */
  focus: string | null;
}

export interface ReaderOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  /** The element around all rows. */
  readonly rowsBox: RefObject<HTMLElement | null>;
  readonly place: ScrollPlace;
  readonly onReading: OnReading | undefined;
}

/**
 * Follows where the pointer and the focus are in the rows, and says when they come and go. When
 * something above moves the whole table, what is under the pointer is scrolled back under it.
 */
export function useReader(options: ReaderOptions): RefObject<Reader> {
  const { scroller, rowsBox, place, onReading } = options;
  const reader = useRef<Reader>({ pointer: null, focus: null });

  // Pointer and focus are the browser's, for hundreds of rows at once.
  useLayoutEffect(() => {
    const table = scroller.current;
    const rows = rowsBox.current;
    if (!table || !rows) return;
    const now = reader.current;
    let pointerY = 0;
    let top = 0;
    const topNow = () => rows.getBoundingClientRect().top + place.scrolled();
    const point = ({ clientY, pointerType }: PointerEvent) => {
      // A finger leaves no trace of where it is.
      if (pointerType === 'touch') return;
      if (now.pointer === null) top = topNow();
      pointerY = clientY;
      now.pointer = pointerY - top;
      onReading?.('pointer', true);
    };
    const leave = () => {
      now.pointer = null;
      onReading?.('pointer', false);
    };
    const focus = ({ target }: FocusEvent) => {
      now.focus = target instanceof Element ? keyOf(target) : null;
      onReading?.('focus', true);
    };
    const blur = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && rows.contains(relatedTarget)) return;
      now.focus = null;
      onReading?.('focus', false);
    };
    const moved = new ResizeObserver(() => {
      if (now.pointer === null) return;
      const before = top;
      top = topNow();
      now.pointer = pointerY - top;
      if (top !== before) place.moveTo(place.real + top - before);
    });
    moved.observe(table);
    rows.addEventListener('pointerenter', point);
    rows.addEventListener('pointermove', point);
    rows.addEventListener('pointerleave', leave);
    rows.addEventListener('focusin', focus);
    rows.addEventListener('focusout', blur);
    return () => {
      moved.disconnect();
      rows.removeEventListener('pointerenter', point);
      rows.removeEventListener('pointermove', point);
      rows.removeEventListener('pointerleave', leave);
      rows.removeEventListener('focusin', focus);
      rows.removeEventListener('focusout', blur);
    };
  }, [scroller, rowsBox, place, onReading]);

  // An element that goes takes the focus with it without a word.
  useLayoutEffect(() => {
    if (reader.current.focus === null || rowsBox.current?.contains(document.activeElement)) return;
    reader.current.focus = null;
    onReading?.('focus', false);
  });
  return reader;
}

/** The key of the row that an element stands in, or below as what that row has opened. */
function keyOf(element: Element): string | null {
  const row = element.closest('[role=row][data-row], [data-opened-row]');
  return row?.getAttribute('data-row') ?? row?.getAttribute('data-opened-row') ?? null;
}
