import { useSyncExternalStore } from 'react';

/** Too narrow for columns; grows with the size of text, as the `max-sm:` of class names does. */
export const NARROW = '(width < 40rem)';

/** Hardly any room, as `compact:` of class names: there the page scrolls as one. */
export const COMPACT = '(width < 40rem) or (height < 30rem)';

/** Whether a CSS media query holds now. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
