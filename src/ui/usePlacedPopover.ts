import { useCallback, useEffect, useRef } from 'react';
import { placePopover } from './placePopover.ts';

/** A popover and the button it belongs to: it stands beside the button, inside the window. */
export function usePlacedPopover(align: 'start' | 'end') {
  const opener = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const place = useCallback(() => {
    const anchor = opener.current?.getBoundingClientRect();
    const box = popover.current;
    if (!anchor || !box) return;
    const view = { width: window.innerWidth, height: window.innerHeight };
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const { left, top } = placePopover(anchor, size, view, align);
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
  }, [align]);
  // What is in it may come later than the popover itself, and only the browser knows its size.
  useEffect(() => {
    const box = popover.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (box.matches(':popover-open')) place();
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [place]);
  return { opener, popover };
}
