import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    if (document.hidden) return;
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The one clock of the page: derives a value from the time (milliseconds since the epoch, whole
 * seconds) and draws again only when that value changes. Still while the page is hidden.
 */
export function useClock<T extends string | number | boolean | null>(
  derive: (now: number) => T,
): T {
  return useSyncExternalStore(subscribe, () => derive(wholeSecond()));
}

function wholeSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}
