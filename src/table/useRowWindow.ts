import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { type OpenedRow, type RowWindow, rowWindow } from './rowWindow.ts';

const OVERSCAN = 12;
const STEP = 8;

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
  const windowOf = useCallback(
    (at: View): RowWindow => {
      const { scrollTop, height: viewHeight } = at;
      const place = { count, rowHeight, opened, scrollTop, viewHeight };
      return rowWindow({ ...place, overscan: OVERSCAN, step: STEP });
    },
    [count, rowHeight, opened],
  );

  // Scrolling and the element's size are known to the browser alone.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () => {
      const next = {
        scrollTop: element.scrollTop,
        height: element.clientHeight,
        width: element.clientWidth,
      };
      setView((last) => {
        const before = windowOf(last);
        const after = windowOf(next);
        const sameRows = before.first === after.first && before.last === after.last;
        const sameSize = last.width === next.width && last.height === next.height;
        return sameRows && sameSize ? last : next;
      });
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller, windowOf]);

  return { ...windowOf(view), width: view.width };
}
