import { useSyncExternalStore } from 'react';

const KEY = 'image-builds.timeline';
const listeners = new Set<() => void>();
let shown: boolean | null = null;

/** Whether this person likes builds over time above the list: kept on this device. */
export function useTimelineLiked(): boolean {
  return useSyncExternalStore(subscribe, get);
}

/** Keeps the choice; a browser without storage keeps it for this page only. */
export function likeTimeline(liked: boolean): void {
  shown = liked;
  try {
    if (liked) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // It lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

function get(): boolean {
  shown ??= read();
  return shown;
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
