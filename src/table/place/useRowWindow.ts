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
import type { ScrollPlace } from './ScrollPlace.ts';

/** Rows beyond each edge of the window, for when the browser scrolls ahead of the page. */
const OVERSCAN = 10;
/** At first after another order, so that what can be seen is drawn first. */
const OVERSCAN_AT_FIRST = 1;
const AT_FIRST_MS = 200;
const STEP = 4;
/** Rows are drawn whole this long after the last scrolling. Milliseconds. */
const REST = 100;
/**
 * Nothing that the browser scrolls by itself, such as the way to the end after a key, is still
 * under way this long after it was said to have ended: to move the bar would break it off.
 * Milliseconds.
 */
const SETTLED = 1000;

export interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly table: RefObject<HTMLElement | null>;
  readonly place: ScrollPlace;
  readonly count: number;
  readonly rowHeight: number;
  readonly opened: readonly OpenedRow[];
  /** When it changes, all rows are others. */
  readonly resetKey: string;
}

interface View {
  readonly scrollTop: number;
  /** How much further down than they are the rows are drawn. */
  readonly shift: number;
  readonly height: number;
  readonly width: number;
  /** Pixels of the screen for one of the page. */
  readonly scale: number;
  /** Rows pass too fast to be read. */
  readonly fast: boolean;
}

const UNSEEN: View = { scrollTop: 0, shift: 0, height: 0, width: 0, scale: 1, fast: false };

/**
 * The rows to draw for where the person has scrolled to, the size of the table, and whether rows
 * pass too fast to be read. Draws again only when another step of rows comes into the window, and
 * then before the frame in which the page has scrolled there: no row is blank.
 */
export function useRowWindow(options: RowWindowOptions) {
  const { scroller, table, place, count, rowHeight, opened, resetKey } = options;
  const overscan = useOverscan(resetKey);
  const [view, setView] = useState(UNSEEN);
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
    if (!element || !table.current) return;
    const move = (next: View) =>
      setView((last) => {
        const before = latest.current.windowOf(last);
        const after = latest.current.windowOf(next);
        const sameRows = before.first === after.first && before.last === after.last;
        return sameRows && sameLook(last, next) ? last : next;
      });
    let size = sizeOf(element);
    const look = (fast: boolean) =>
      move({ scrollTop: place.real, shift: place.shift, ...size, fast });
    place.follow(element, table.current);
    place.onMove = () => look(false);
    const unwatch = watchSize(element, () => {
      size = sizeOf(element);
      place.read();
      look(false);
    });
    const unfollow = followScroll(element, place, {
      rowHeight: () => latest.current.rowHeight,
      scrolled: look,
    });
    return () => {
      unwatch();
      unfollow();
    };
  }, [scroller, table, place]);

  return { ...view, ...windowOf(view) };
}

function sameLook(a: View, b: View): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.scale === b.scale &&
    a.shift === b.shift &&
    a.fast === b.fast
  );
}

function sizeOf(element: HTMLElement) {
  const { clientHeight: height, clientWidth: width } = element;
  return { height, width, scale: window.devicePixelRatio };
}

/** Calls `changed` now and whenever the element has another size; the result ends that. */
function watchSize(element: HTMLElement, changed: () => void): () => void {
  changed();
  const observer = new ResizeObserver(changed);
  observer.observe(element);
  return () => observer.disconnect();
}

/** Reads the place at each scrolling and says so, before the frame is drawn; then at rest. */
function followScroll(
  element: HTMLElement,
  place: ScrollPlace,
  hears: { readonly rowHeight: () => number; readonly scrolled: (fast: boolean) => void },
): () => void {
  let before: Scrolled = { top: place.real, at: 0, distance: 0 };
  let resting: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const saysEnd = 'onscrollend' in element;
  const rest = () => {
    place.anchor();
    hears.scrolled(false);
  };
  const settleLater = () => {
    clearTimeout(settling);
    if (place.isMapped) settling = setTimeout(() => place.settle(), SETTLED);
  };
  const scroll = ({ timeStamp }: Event) => {
    const top = place.read();
    const now = { top, at: timeStamp, distance: Math.abs(top - before.top) };
    const fast = isFast(before, now, hears.rowHeight());
    before = now;
    clearTimeout(resting);
    clearTimeout(settling);
    if (fast || place.isMapped) resting = setTimeout(rest, REST);
    if (!saysEnd) settleLater();
    flushSync(() => hears.scrolled(fast));
  };
  element.addEventListener('scroll', scroll, { passive: true });
  element.addEventListener('scrollend', settleLater, { passive: true });
  return () => {
    clearTimeout(resting);
    clearTimeout(settling);
    element.removeEventListener('scroll', scroll);
    element.removeEventListener('scrollend', settleLater);
  };
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
