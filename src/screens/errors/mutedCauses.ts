import { useSyncExternalStore } from 'react';

/** Fingerprints that are kept at most: the oldest go first. */
const MOST = 1000;
const KEY = 'image-builds.muted-causes';

/** Reads what was kept, in whatever state it is; what is no fingerprint is left out. */
export function parseMuted(text: string | null): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return new Set();
    return new Set(kept.filter((one) => typeof one === 'string' && /^[0-9a-f]{16}$/.test(one)));
  } catch {
    return new Set();
  }
}

/** The causes with one muted, or heard again. */
export function withMuted(
  causes: ReadonlySet<string>,
  fingerprint: string,
  muted: boolean,
): ReadonlySet<string> {
  const others = [...causes].filter((one) => one !== fingerprint);
  return new Set((muted ? [...others, fingerprint] : others).slice(-MOST));
}

let current: ReadonlySet<string> | undefined;
const listeners = new Set<() => void>();

function get(): ReadonlySet<string> {
  if (current) return current;
  try {
    current = parseMuted(localStorage.getItem(KEY));
  } catch {
    current = new Set();
  }
  return current;
}

function subscribe(listener: () => void): () => void {
  const follow = (event: StorageEvent) => {
    if (event.key !== KEY && event.key !== null) return;
    current = undefined;
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', follow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', follow);
  };
}

function mute(fingerprint: string, muted: boolean): void {
  current = withMuted(get(), fingerprint, muted);
  try {
    if (current.size === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify([...current]));
  } catch {
    // Storage is off or full: the choice holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** The causes that are muted on this device, followed in every tab, and how to mute one. */
export function useMutedCauses() {
  return [useSyncExternalStore(subscribe, get), mute] as const;
}
