import { useSyncExternalStore } from 'react';
import { LISTS_KEY } from '../frame/privateKeys.ts';

/** A list kept on this device under a name. */
export interface KeptList {
  readonly name: string;
  readonly text: string;
}

/** Lists kept at most: the oldest go first. */
const MOST = 20;

/** Reads what was kept, in whatever state it is; what is no list is left out. */
export function parseKept(text: string | null): readonly KeptList[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept).map(({ name, text }) => ({ name, text })) : [];
  } catch {
    return [];
  }
}

/** The lists with one more, in place of one of the same name. */
export function withKept(lists: readonly KeptList[], list: KeptList): readonly KeptList[] {
  return [...lists.filter(({ name }) => name !== list.name), list].slice(-MOST);
}

function isKept(value: unknown): value is KeptList {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'name' in value &&
    typeof value.name === 'string' &&
    'text' in value &&
    typeof value.text === 'string'
  );
}

const listeners = new Set<() => void>();
let read: { readonly raw: string | null; readonly lists: readonly KeptList[] } | undefined;

/** Always what the storage holds: it is wiped at sign-out without a word to this. */
function get(): readonly KeptList[] {
  let raw: string | null = null;
  try {
    raw = localStorage.getItem(LISTS_KEY);
  } catch {
    // Storage is off: there are none.
  }
  if (read?.raw !== raw || read === undefined) read = { raw, lists: parseKept(raw) };
  return read.lists;
}

function subscribe(listener: () => void): () => void {
  const follow = (event: StorageEvent) => {
    if (event.key === LISTS_KEY || event.key === null) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', follow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', follow);
  };
}

/** False where the browser refuses: it is off, or there is no room. */
function set(lists: readonly KeptList[]): boolean {
  try {
    if (lists.length === 0) localStorage.removeItem(LISTS_KEY);
    else localStorage.setItem(LISTS_KEY, JSON.stringify(lists));
  } catch {
    return false;
  }
  for (const listener of listeners) listener();
  return true;
}

/** Keeps a list; false where the browser has no room for it. */
export function keepList(list: KeptList): boolean {
  return set(withKept(get(), list));
}

/** Forgets a list. */
export function forgetList(name: string): void {
  set(get().filter((one) => one.name !== name));
}

/** The lists kept on this device, followed in every tab. */
export function useKeptLists(): readonly KeptList[] {
  return useSyncExternalStore(subscribe, get);
}
