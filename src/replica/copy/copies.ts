/** A copy of an account's list as it lies on this device. */
export interface ListCopy {
  /** `BuildStore.toSnapshot()`. */
  readonly snapshot: unknown;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** The stamp of the last call before: later calls count on from it. */
  readonly stamp: number;
}

/** Where copies lie. No call throws: storage that is full, off or broken holds nothing. */
export interface Copies {
  /** True when the person asked for a copy on this device. */
  wanted(): boolean;
  want(wanted: boolean): void;
  load(key: string): Promise<ListCopy | null>;
  /** False when it could not be saved. */
  save(key: string, copy: ListCopy): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Removes every copy, and the wish for one. */
  wipe(): Promise<void>;
}

const DATABASE = 'image-builds';
const COPIES = 'copies';
/** The form of what is stored around the snapshot; copies of another one are not read. */
const VERSION = 1;
const WISH = 'image-builds.keep';

/** Copies in IndexedDB, the wish for them in local storage. */
export const browserCopies: Copies = {
  wanted() {
    try {
      return localStorage.getItem(WISH) === '1';
    } catch {
      return false;
    }
  },
  want(wanted) {
    try {
      if (wanted) localStorage.setItem(WISH, '1');
      else localStorage.removeItem(WISH);
    } catch {
      // Without storage the wish lasts as long as the page.
    }
  },
  load: (key) => withCopies('readonly', (copies) => copies.get(key)).then(readCopy, () => null),
  save: (key, copy) =>
    withCopies('readwrite', (copies) => copies.put({ version: VERSION, ...copy }, key)).then(
      () => true,
      () => false,
    ),
  remove: (key) => withCopies('readwrite', (copies) => copies.delete(key)).then(nothing, nothing),
  wipe() {
    browserCopies.want(false);
    return withCopies('readwrite', (copies) => copies.clear()).then(nothing, nothing);
  },
};

/** Signing out: nothing of any account stays on this device. Never throws. */
export function wipeCopies(): Promise<void> {
  return browserCopies.wipe();
}

/** The name a token's copy lies under: its SHA-256, so that storage never holds the token. */
export async function copyKey(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readCopy(found: unknown): ListCopy | null {
  if (typeof found !== 'object' || found === null) return null;
  if (!('version' in found) || found.version !== VERSION) return null;
  if (!('savedAt' in found) || typeof found.savedAt !== 'number') return null;
  if (!('stamp' in found) || typeof found.stamp !== 'number') return null;
  if (!('snapshot' in found)) return null;
  return { snapshot: found.snapshot, savedAt: found.savedAt, stamp: found.stamp };
}

/** Opens the database for one step and closes it, so that no tab keeps another one waiting. */
async function withCopies(
  mode: IDBTransactionMode,
  step: (copies: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(COPIES, mode);
      const request = step(transaction.objectStore(COPIES));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(COPIES);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

function nothing(): void {}
