import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let current = '';

/** What the browser's tab says first, such as `2 failed`; empty for nothing. */
export const watchNews = {
  get: (): string => current,
  set(text: string): void {
    if (text === current) return;
    current = text;
    for (const listener of [...listeners]) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** `watchNews.get`, for components. */
export function useWatchNews(): string {
  return useSyncExternalStore(watchNews.subscribe, watchNews.get);
}
