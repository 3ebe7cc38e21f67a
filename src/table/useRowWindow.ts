import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type OpenedRow, type RowWindow, rowWindow } from './rowWindow.ts';

const OVERSCAN = 10;
const STEP = 4;

export interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  readonly opened: readonly OpenedRow[];
}

interface View {
  readonly scrollTop: number;
  readonly height: number;
  readonly width: number;
}

/**
 * The rows to draw for where the person has scrolled to, and the width of the table. Draws again
 * only when another step of rows comes into the window.
 */
export function useRowWindow({ scroller, count, rowHeight, opened }: RowWindowOptions) {
  const [view, setView] = useState<View>({ scrollTop: 0, height: 0, width: 0 });
  const windowOf = ({ scrollTop, height: viewHeight }: View): RowWindow =>
    rowWindow({ count, rowHeight, opened, scrollTop, viewHeight, overscan: OVERSCAN, step: STEP });

  // The listeners below stay; they ask for the rows as they were last drawn.
  const latest = useRef(windowOf);
  useLayoutEffect(() => {
    latest.current = windowOf;
  });

  // Scrolling and the element's size are known to the browser alone.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const move = (next: View) =>
      setView((last) => {
        const before = latest.current(last);
        const after = latest.current(next);
        const sameRows = before.first === after.first && before.last === after.last;
        const sameSize = last.width === next.width && last.height === next.height;
        return sameRows && sameSize ? last : next;
      });
    let size = { height: element.clientHeight, width: element.clientWidth };
    const read = () => move({ scrollTop: element.scrollTop, ...size });
    read();
    const observer = new ResizeObserver(() => {
      size = { height: element.clientHeight, width: element.clientWidth };
      read();
    });
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller]);

  return { ...windowOf(view), width: view.width };
}
