import { type FocusEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef } from 'react';
import { isComposing } from '../lib/isComposing.ts';

/** What the keys walk through in a bar, and its one stop for the Tab key. */
const STOPS = 'button:not([role^=menuitem]), a[href]';

/**
 * Makes a bar of buttons one stop for the Tab key, within which arrow keys, Home and End move
 * (WAI-ARIA toolbar pattern). What stands in a popover of the bar is not of the bar. To be spread
 * over the bar's element.
 */
export function useRoving() {
  const bar = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLElement | null>(null);

  const mark = useCallback(() => {
    const all = stopsOf(bar.current);
    const current = stop.current && all.includes(stop.current) ? stop.current : all[0];
    for (const each of all) each.tabIndex = each === current ? 0 : -1;
  }, []);
  // Which buttons there are is known once they are drawn; any draw may change them.
  useLayoutEffect(mark);

  const onFocus = useCallback(
    ({ target }: FocusEvent<HTMLElement>) => {
      if (!stopsOf(bar.current).includes(target)) return;
      stop.current = target;
      mark();
    },
    [mark],
  );
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = stopsOf(bar.current);
    const at = all.findIndex((each) => each.matches(':focus'));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  }, []);
  return { ref: bar, onFocus, onKeyDown };
}

function stopsOf(bar: HTMLElement | null): HTMLElement[] {
  const found = bar?.querySelectorAll<HTMLElement>(STOPS) ?? [];
  return [...found].filter((each) => {
    const popover = each.closest('[popover]');
    return (popover === null || popover.contains(bar)) && !each.hidden && !each.closest('[inert]');
  });
}
