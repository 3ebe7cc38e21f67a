import { useSyncExternalStore } from 'react';
import { localZone } from '../lib/zone.ts';

const KEY = 'image-builds.days';
const listeners = new Set<() => void>();
let inUtc: boolean | null = null;

/** The zone in which this person wants days: that of the browser, or UTC by choice. */
export function preferredZone(): string {
  inUtc ??= read();
  return inUtc ? 'UTC' : localZone();
}

/** Keeps the choice on this device; a browser without storage keeps it for this page only. */
export function preferUtc(chosen: boolean): void {
  inUtc = chosen;
  try {
    if (chosen) localStorage.setItem(KEY, 'utc');
    else localStorage.removeItem(KEY);
  } catch {
    // It lasts until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** Hears of the choice, made here or in another tab. */
export function onPreferredZone(listener: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key !== KEY && event.key !== null) return;
    inUtc = read();
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', heard);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', heard);
  };
}

/** `preferredZone`, for components. */
export function usePreferredZone(): string {
  return useSyncExternalStore(onPreferredZone, preferredZone);
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'utc';
  } catch {
    return false;
  }
}
