import { fitsAddress } from '../../../views/address/fitsAddress.ts';

/** How long typing rests before it reaches the address: browsers limit how often it may change. */
const SETTLE_MS = 250;

/**
 * The query part of the address as a store: the only home of view state. What is replaced
 * applies at once and reaches the browser's address when it settles; what is pushed is an entry
 * in the history, so that back and forward walk views, not keystrokes.
 */
export interface Address {
  /** With its `?`, or empty. */
  get(): string;
  subscribe(listener: () => void): () => void;
  /** For typing: the same entry. */
  replace(search: string): void;
  /** For opening, sorting, switching: a new entry. */
  push(search: string): void;
  /** The whole address of the view shown now, for `Copy link`. */
  link(): string;
}

export function createAddress(window: Window): Address {
  const listeners = new Set<() => void>();
  let search = window.location.search;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const urlOf = (wanted: string) => `${window.location.pathname}${wanted}`;
  const settle = () => {
    clearTimeout(timer);
    timer = undefined;
    if (search === window.location.search || !fitsAddress(search)) return;
    try {
      window.history.replaceState(null, '', urlOf(search));
    } catch {
      // The browser refuses too many changes or too long an address: the view itself has applied.
    }
  };

  window.addEventListener('popstate', () => {
    clearTimeout(timer);
    timer = undefined;
    search = window.location.search;
    tell();
  });
  window.addEventListener('pagehide', settle);

  return {
    get: () => search,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    replace(next) {
      if (next === search) return;
      search = next;
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
      tell();
    },
    push(next) {
      if (next === search) return;
      settle();
      search = next;
      try {
        // What is too long for an address applies all the same, and is said to be too long.
        window.history.pushState(null, '', fitsAddress(search) ? urlOf(search) : undefined);
      } catch {
        // As above: the view applies, the address stays behind.
      }
      tell();
    },
    link: () => `${window.location.origin}${urlOf(search)}`,
  };
}
