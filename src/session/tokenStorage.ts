import { isTeamId } from '../contract/teamId.ts';
import { isToken } from './isToken.ts';

/** The part of the Web Storage interface that is used here. Each call may throw. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A token, and the team whose builds it is for; without one its own. */
export interface Credentials {
  readonly token: string;
  readonly team?: string;
}

export interface StoredToken extends Credentials {
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
 * Keeps the token, and the team it is for, for this tab, and on the device where the person asked for it. A mark of the
 * last sign-out lies beside it, so that a tab that was asleep, or is reopened later with its tab
 * storage, does not come back signed in. Storage that is missing, full, or holds an old version
 * is survived: nothing here throws.
 *
 * @param tab storage of this tab
 * @param device storage of this origin
 */
export function createTokenStorage(tab: KeyValueStore, device: KeyValueStore) {
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
      if (own) return { ...withoutMark(own), remembered: own.token === shared?.token };
      remove(tab, TOKEN_KEY);
      if (shared) return { ...withoutMark(shared), remembered: true };
      remove(device, TOKEN_KEY);
      return null;
    },

    write({ token, team }: Credentials, remember: boolean): KeptIn {
      const entry = JSON.stringify({ version: VERSION, token, team, mark: mark() });
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

interface Entry extends Credentials {
  readonly mark: string;
}

function parseEntry(text: string | null): Entry | null {
  let entry: Partial<Record<'version' | 'token' | 'team' | 'mark', unknown>> | null = null;
  try {
    entry = JSON.parse(String(text));
  } catch {
    // Another version's, or a person's own.
  }
  if (entry?.version !== VERSION || !isToken(entry.token)) return null;
  const { token, team } = entry;
  const mark = String(entry.mark ?? '');
  if (team === undefined) return { token, mark };
  // Without its team the entry would open another list.
  return typeof team === 'string' && isTeamId(team) ? { token, team, mark } : null;
}

function withoutMark({ mark: _mark, ...credentials }: Entry): Credentials {
  return credentials;
}

function read(store: KeyValueStore, key: string): string | null {
  let value: string | null = null;
  try {
    value = store.getItem(key);
  } catch {
    // A storage that cannot be read holds nothing.
  }
  return value;
}

function write(store: KeyValueStore, key: string, value: string): boolean {
  let kept = false;
  try {
    store.setItem(key, value);
    kept = store.getItem(key) === value;
  } catch {
    // Full or forbidden.
  }
  return kept;
}

function remove(store: KeyValueStore, key: string): void {
  try {
    store.removeItem(key);
  } catch {
    // A storage that refuses to forget has refused to keep as well.
  }
}
