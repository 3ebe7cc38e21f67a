import {
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { isFast, type Scrolled } from './isFast.ts';
import { type OpenedRow, type RowWindow, rowWindow } from './rowWindow.ts';

/** Rows beyond each edge of the window, for when the browser scrolls ahead of the page. */
const OVERSCAN = 10;
/** At first after another order, so that what can be seen is drawn first. */
const OVERSCAN_AT_FIRST = 1;
const AT_FIRST_MS = 200;
const STEP = 4;
/** Rows are drawn whole this long after the last scrolling. Milliseconds. */
const REST = 100;

export interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly rowHeight: number;
  readonly opened: readonly OpenedRow[];
  /** When it changes, all rows are others. */
  readonly resetKey: string;
}

interface View {
  readonly scrollTop: number;
  readonly height: number;
  readonly width: number;
  /** Rows pass too fast to be read. */
  readonly fast: boolean;
}

/**
 * The rows to draw for where the person has scrolled to, the width of the table, and whether rows
 * pass too fast to be read. Draws again only when another step of rows comes into the window, and
 * then before the frame in which the page has scrolled there: no row is blank.
 */
export function useRowWindow(options: RowWindowOptions) {
  const { scroller, count, rowHeight, opened, resetKey } = options;
  const overscan = useOverscan(resetKey);
  const [view, setView] = useState<View>({ scrollTop: 0, height: 0, width: 0, fast: false });
  const windowOf = ({ scrollTop, height: viewHeight }: View): RowWindow =>
    rowWindow({ count, rowHeight, opened, scrollTop, viewHeight, overscan, step: STEP });

  // The listeners below stay; they ask for the rows as they were last drawn.
  const latest = useRef({ windowOf, rowHeight });
  useLayoutEffect(() => {
    latest.current = { windowOf, rowHeight };
  });

  // Scrolling and the element's size are known to the browser alone.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const move = (next: View) =>
      setView((last) => {
        const before = latest.current.windowOf(last);
        const after = latest.current.windowOf(next);
        const sameRows = before.first === after.first && before.last === after.last;
        const sameSize = last.width === next.width && last.height === next.height;
        return sameRows && sameSize && last.fast === next.fast ? last : next;
      });
    let size = { height: element.clientHeight, width: element.clientWidth };
    let scrolled: Scrolled = { top: element.scrollTop, at: 0, distance: 0 };
    let resting: ReturnType<typeof setTimeout> | undefined;
    const read = (fast: boolean) => move({ scrollTop: element.scrollTop, ...size, fast });
    const rest = () => read(false);
    rest();
    const observer = new ResizeObserver(() => {
      size = { height: element.clientHeight, width: element.clientWidth };
      rest();
    });
    observer.observe(element);
    const scroll = ({ timeStamp }: Event) => {
      const top = element.scrollTop;
      const now = { top, at: timeStamp, distance: Math.abs(top - scrolled.top) };
      const fast = isFast(scrolled, now, latest.current.rowHeight);
      scrolled = now;
      clearTimeout(resting);
      if (fast) resting = setTimeout(rest, REST);
      flushSync(() => move({ scrollTop: top, ...size, fast }));
    };
    element.addEventListener('scroll', scroll, { passive: true });
    return () => {
      clearTimeout(resting);
      observer.disconnect();
      element.removeEventListener('scroll', scroll);
    };
  }, [scroller]);

  return { ...windowOf(view), width: view.width, fast: view.fast };
}

/** How many rows to draw beyond what can be seen: few while all rows have just become others. */
function useOverscan(resetKey: string): number {
  const [drawnKey, setDrawnKey] = useState<string | null>(null);
  // Once the rows in sight are painted and nothing else has come, the others are drawn.
  useEffect(() => {
    if (drawnKey === resetKey) return;
    const timer = setTimeout(() => startTransition(() => setDrawnKey(resetKey)), AT_FIRST_MS);
    return () => clearTimeout(timer);
  }, [drawnKey, resetKey]);
  return drawnKey === resetKey ? OVERSCAN : OVERSCAN_AT_FIRST;
}
