import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { fitChips } from './fitChips.ts';

/** Between chips. Pixels, as `gap-1` of the line. */
const GAP = 4;

/**
 * Which of the chips of a line have room in it, by their place. Chips say their number by
 * `data-chip`, and keep their width while they are hidden; `more` is the width of what stands for
 * those that are not shown. Pixels.
 */
export function useFittingChips(pressed: readonly boolean[], more: number) {
  const line = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<readonly boolean[]>([]);
  const latest = useRef({ pressed, shown });

  const arrange = useCallback(() => {
    const element = line.current;
    if (!element) return;
    const drawn = [...element.querySelectorAll<HTMLElement>(':scope > [data-chip]')];
    const chips = drawn.map(({ offsetWidth }, at) => ({
      width: offsetWidth + GAP,
      pressed: latest.current.pressed[at] ?? false,
    }));
    const next = fitChips(chips, element.clientWidth + GAP, more + GAP);
    // Before the frame is painted.
    if (latest.current.shown.join() !== next.join()) flushSync(() => setShown(next));
  }, [more]);

  // How wide words are is known to the browser alone. It says so after each drawing once it has
  // laid them out; asked before that, it would lay out the whole page twice.
  useLayoutEffect(() => {
    latest.current = { pressed, shown };
    const element = line.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(arrange);
    observer.observe(element);
    for (const chip of element.children) observer.observe(chip);
    return () => observer.disconnect();
  });
  return { line, isShown: (at: number) => shown[at] ?? true };
}
