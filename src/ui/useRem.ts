import { useSyncExternalStore } from 'react';

/** A browser's own size of text until the person chooses another. Pixels. */
export const USUAL_REM = 16;

const listeners = new Set<() => void>();
let rem: number | undefined;
let watching = false;

/**
 * The size of text that the person has set in their browser, in pixels: what `1rem` is. Read once,
 * and again when it changes.
 */
export function useRem(): number {
  return useSyncExternalStore(subscribe, () => {
    rem ??= read();
    return rem;
  });
}

function read(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return size > 0 ? size : USUAL_REM;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  watch();
  return () => {
    listeners.delete(listener);
  };
}

/** Nothing tells of another size of text but an element that is as wide as the text. */
function watch(): void {
  if (watching) return;
  watching = true;
  const probe = document.createElement('div');
  probe.style.cssText = 'position:fixed;visibility:hidden;pointer-events:none;width:1rem;height:0';
  document.body.append(probe);
  new ResizeObserver(() => {
    const size = read();
    if (size === rem) return;
    rem = size;
    for (const each of listeners) each();
  }).observe(probe);
}
