import { useSyncExternalStore } from 'react';

const KEY = 'image-builds.wrap';
const listeners = new Set<() => void>();
let wraps: boolean | null = null;

function get(): boolean {
  wraps ??= read();
  return wraps;
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'no';
  } catch {
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key !== KEY && event.key !== null) return;
    wraps = read();
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', heard);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', heard);
  };
}

function set(next: boolean): void {
  wraps = next;
  try {
    if (next) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'no');
  } catch {
    // Storage is off or full: the choice holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** Whether long lines of logs are broken; kept on this device, followed in every tab. */
export function useLineWrap() {
  return [useSyncExternalStore(subscribe, get), set] as const;
}
