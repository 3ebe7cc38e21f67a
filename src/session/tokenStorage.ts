import { isToken } from './cleanToken.ts';

/** The part of the Web Storage interface that is used here. Each call may throw. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface StoredToken {
  readonly token: string;
  /** True where it came from, or is also kept in, the storage that outlives the tab. */
  readonly remembered: boolean;
}

/** Where a token ended up: `device` outlives the tab, `tab` a reload, `memory` neither. */
export type KeptIn = 'device' | 'tab' | 'memory';

export const TOKEN_KEY = 'image-builds.session';
export const SIGN_OUT_KEY = 'image-builds.signed-out';
const VERSION = 1;

export type TokenStorage = ReturnType<typeof createTokenStorage>;

/**
 * Keeps the token for this tab, and on the device where the person asked for it. A mark of the
 * last sign-out lies beside it, so that a tab that was asleep, or is reopened later with its tab
 * storage, does not come back signed in. Storage that is missing, full, or holds an old version
 * is survived: nothing here throws.
 *
 * @param tab storage of this tab, null where the browser refuses it
 * @param device storage of this origin, null where the browser refuses it
 */
export function createTokenStorage(tab: KeyValueStore | null, device: KeyValueStore | null) {
  const mark = () => read(device, SIGN_OUT_KEY) ?? '';

  const inTab = () => {
    const entry = parseEntry(read(tab, TOKEN_KEY));
    return entry !== null && entry.mark === mark() ? entry : null;
  };
  const onDevice = () => parseEntry(read(device, TOKEN_KEY));

  return {
    /** Changes with each sign-out in any tab of this origin. */
    mark,

    /** This tab's own token first, so that two tabs can stay with two accounts. */
    read(): StoredToken | null {
      const own = inTab();
      const shared = onDevice();
      if (own) return { token: own.token, remembered: own.token === shared?.token };
      remove(tab, TOKEN_KEY);
      if (shared) return { token: shared.token, remembered: true };
      remove(device, TOKEN_KEY);
      return null;
    },

    write(token: string, remember: boolean): KeptIn {
      const entry = JSON.stringify({ version: VERSION, token, mark: mark() });
      const kept = remember && write(device, TOKEN_KEY, entry);
      const inThisTab = write(tab, TOKEN_KEY, entry);
      if (kept) return 'device';
      return inThisTab ? 'tab' : 'memory';
    },

    /** Forgets one token that the API refused; another tab's own stays. */
    forget(token: string): void {
      if (parseEntry(read(tab, TOKEN_KEY))?.token === token) remove(tab, TOKEN_KEY);
      if (onDevice()?.token === token) remove(device, TOKEN_KEY);
    },

    /** Forgets every token and leaves the mark, which must differ from all before it. */
    clear(newMark: string): void {
      remove(tab, TOKEN_KEY);
      remove(device, TOKEN_KEY);
      write(device, SIGN_OUT_KEY, newMark);
    },
  };
}

interface Entry {
  readonly token: string;
  readonly mark: string;
}

function parseEntry(text: string | null): Entry | null {
  if (text === null) return null;
  try {
    const entry: unknown = JSON.parse(text);
    if (typeof entry !== 'object' || entry === null) return null;
    if (!('version' in entry) || entry.version !== VERSION) return null;
    if (!('token' in entry) || typeof entry.token !== 'string' || !isToken(entry.token))
      return null;
    const mark = 'mark' in entry && typeof entry.mark === 'string' ? entry.mark : '';
    return { token: entry.token, mark };
  } catch {
    return null;
  }
}

function read(store: KeyValueStore | null, key: string): string | null {
  try {
    return store?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function write(store: KeyValueStore | null, key: string, value: string): boolean {
  try {
    store?.setItem(key, value);
    return store?.getItem(key) === value;
  } catch {
    return false;
  }
}

function remove(store: KeyValueStore | null, key: string): void {
  try {
    store?.removeItem(key);
  } catch {
    // A storage that refuses to forget has refused to keep as well.
  }
}
