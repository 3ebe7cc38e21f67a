import { useCallback, useRef } from 'react';
import { placePopover } from './placePopover.ts';

/** A popover and the button it belongs to; `place` puts it beside the button, inside the window. */
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
  return { opener, popover, place };
}
