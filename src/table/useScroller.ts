import { type RefObject, useLayoutEffect, useRef } from 'react';

export interface Scroller {
  /** For the element of the table. */
  readonly table: RefObject<HTMLDivElement | null>;
  /** What scrolls: the table, or the page around it. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** The table and what scrolls it; to be called before what uses them. */
export function useScroller(inPage: boolean): Scroller {
  const table = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  // What stands around the table is known once it stands there.
  useLayoutEffect(() => {
    const around = inPage ? table.current?.closest<HTMLElement>('[data-scroller]') : null;
    scroller.current = around ?? table.current;
  }, [inPage]);
  return { table, scroller };
}
