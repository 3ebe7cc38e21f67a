import { useSyncExternalStore } from 'react';

const KEY = 'image-builds.keys';
const listeners = new Set<() => void>();
/** What a browser without storage was told, for this page only. */
let told: boolean | null = null;

/** Whether single keys are shortcuts. On unless switched off on this device (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  if (told !== null) return told;
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches single keys on or off, and keeps it on this device. */
export function setSingleKeys(on: boolean): void {
  told = null;
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    told = on;
  }
  for (const listener of listeners) listener();
}

/** Whether single keys are shortcuts, and their switch; other tabs are followed. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, singleKeysOn), setSingleKeys];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
