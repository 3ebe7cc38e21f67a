import { useCallback, useLayoutEffect, useRef, useState } from 'react';
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
  const latest = useRef(pressed);

  const arrange = useCallback(() => {
    const element = line.current;
    if (!element) return;
    const drawn = [...element.querySelectorAll<HTMLElement>(':scope > [data-chip]')];
    const chips = drawn.map(({ offsetWidth }, at) => ({
      width: offsetWidth + GAP,
      pressed: latest.current[at] ?? false,
    }));
    const next = fitChips(chips, element.clientWidth + GAP, more + GAP);
    setShown((before) => (before.join() === next.join() ? before : next));
  }, [more]);

  // How wide words are is known to the browser alone, once they are drawn.
  useLayoutEffect(() => {
    latest.current = pressed;
    arrange();
  });
  useLayoutEffect(() => {
    const element = line.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(arrange);
    observer.observe(element);
    return () => observer.disconnect();
  }, [arrange]);
  return { line, isShown: (at: number) => shown[at] ?? true };
}
