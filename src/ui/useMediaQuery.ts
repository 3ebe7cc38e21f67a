import { useMemo, useSyncExternalStore } from 'react';

/** Too narrow for columns; grows with the size of text, as the `max-sm:` of class names does. */
export const NARROW = '(width < 40rem)';

/** Hardly any room, as `compact:` of class names: there the page scrolls as one. */
export const COMPACT = '(width < 40rem) or (height < 30rem)';

/** Whether a CSS media query holds now. */
export function useMediaQuery(query: string): boolean {
  // One for all drawings: to ask the browser for another with each key costs as much as a row.
  const media = useMemo(() => mediaOf(query), [query]);
  return useSyncExternalStore(media.subscribe, media.matches);
}

function mediaOf(query: string) {
  const list = window.matchMedia(query);
  return {
    subscribe: (listener: () => void) => {
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    matches: () => list.matches,
  };
}
