import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserCopies } from './browserCopies.ts';
import type { ListCopy } from './Copies.ts';
import { copyKey } from './copyKey.ts';

const COPY: ListCopy = { snapshot: { ids: new Uint8Array([1, 2]) }, savedAt: 5, stamp: 7 };

/** A local storage in memory. */
function storage() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('names a copy by a hash that does not hold the token', async () => {
  const key = await copyKey('pit_secret', null);
  expect(key).toBe(createHash('sha256').update('pit_secret').digest('hex'));
  expect(await copyKey('pit_other', null)).not.toBe(key);
});

it('names the copies of two lists of one token apart', async () => {
  const teams = ['cm9zk2w8r0003l708u5d1q6fy', 'cm9zk2w8r0003l708u5d1q6fz', null];
  const keys = await Promise.all(teams.map((team) => copyKey('pit_secret', team)));
  expect(new Set(keys).size).toBe(3);
});

describe('with storage', () => {
  let local: ReturnType<typeof storage>;

  beforeEach(() => {
    local = storage();
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.stubGlobal('localStorage', local);
  });

  it('gives back what was saved, each copy by its key, the last one saved', async () => {
    expect(await browserCopies.load('a')).toBeNull();
    expect(await browserCopies.save('a', COPY)).toBe(true);
    expect(await browserCopies.save('b', { ...COPY, stamp: 8 })).toBe(true);
    expect(await browserCopies.load('a')).toEqual(COPY);
    expect(await browserCopies.save('a', { ...COPY, savedAt: 6 })).toBe(true);
    expect(await browserCopies.load('a')).toEqual({ ...COPY, savedAt: 6 });
    expect(await browserCopies.load('b')).toEqual({ ...COPY, stamp: 8 });
  });

  it('removes one copy alone', async () => {
    await browserCopies.save('a', COPY);
    await browserCopies.save('b', COPY);
    await expect(browserCopies.remove('a')).resolves.toBeUndefined();
    expect(await browserCopies.load('a')).toBeNull();
    expect(await browserCopies.load('b')).toEqual(COPY);
  });

  it('removes every copy and the wish for one at a sign-out', async () => {
    browserCopies.want(true);
    await browserCopies.save('a', COPY);
    await browserCopies.save('b', COPY);
    await browserCopies.wipe();
    expect(await browserCopies.load('a')).toBeNull();
    expect(await browserCopies.load('b')).toBeNull();
    expect(browserCopies.wanted()).toBe(false);
    expect([...local.items]).toEqual([]);
  });

  it('remembers the wish for a copy, and leaves nothing where there is none', () => {
    expect(browserCopies.wanted()).toBe(false);
    browserCopies.want(true);
    expect(browserCopies.wanted()).toBe(true);
    expect([...local.items.keys()]).toEqual(['image-builds.keep']);
    browserCopies.want(false);
    expect(browserCopies.wanted()).toBe(false);
    expect([...local.items]).toEqual([]);
  });

  it('takes a wish of any other spelling for none', () => {
    local.items.set('image-builds.keep', 'yes');
    expect(browserCopies.wanted()).toBe(false);
  });

  it('does not say that a copy was saved that the device could not hold', async () => {
    const full = { ...COPY, snapshot: () => 'a function cannot be stored' };
    expect(await browserCopies.save('a', full)).toBe(false);
    expect(await browserCopies.load('a')).toBeNull();
  });

  it.each([
    ['nothing but a word', 'copy'],
    ['null', null],
    ['no version', { savedAt: 5, stamp: 7, snapshot: {} }],
    ['another version', { version: 2, savedAt: 5, stamp: 7, snapshot: {} }],
    ['no time', { version: 1, stamp: 7, snapshot: {} }],
    ['a time of text', { version: 1, savedAt: '5', stamp: 7, snapshot: {} }],
    ['no stamp', { version: 1, savedAt: 5, snapshot: {} }],
    ['a stamp of text', { version: 1, savedAt: 5, stamp: '7', snapshot: {} }],
    ['no snapshot', { version: 1, savedAt: 5, stamp: 7 }],
  ])('reads no copy out of %s', async (_, found) => {
    await browserCopies.save('a', COPY);
    await put('a', found);
    expect(await browserCopies.load('a')).toBeNull();
  });

  it('reads a copy of this version', async () => {
    await browserCopies.save('a', COPY);
    await put('a', { version: 1, savedAt: 9, stamp: 3, snapshot: 'rows', more: true });
    expect(await browserCopies.load('a')).toEqual({ savedAt: 9, stamp: 3, snapshot: 'rows' });
  });

  it('clears at a start what a wipe that broke off left, and leaves what is wanted', async () => {
    browserCopies.want(true);
    await browserCopies.save('a', COPY);
    await browserCopies.tidy();
    expect(await browserCopies.load('a')).toEqual(COPY);
    // The page ended between the two halves of a wipe.
    browserCopies.want(false);
    await browserCopies.tidy();
    expect(await browserCopies.load('a')).toBeNull();
    expect([...local.items]).toEqual([]);
  });

  it('clears at a start what was saved where nothing notes it', async () => {
    await browserCopies.save('a', COPY);
    local.items.clear();
    await browserCopies.tidy();
    expect(await browserCopies.load('a')).toBeNull();
  });

  it('makes no database for the sake of emptying it', async () => {
    await browserCopies.tidy();
    await browserCopies.wipe();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('says that a wipe failed, and tries again at each start until it worked', async () => {
    browserCopies.want(true);
    await browserCopies.save('a', COPY);
    const [open, remove] = [vi.spyOn(indexedDB, 'open'), vi.spyOn(indexedDB, 'deleteDatabase')];
    for (const refusing of [open, remove]) {
      refusing.mockImplementation(() => {
        throw new DOMException('refused', 'UnknownError');
      });
    }
    await expect(browserCopies.wipe()).rejects.toThrow('refused');
    expect(browserCopies.wanted()).toBe(false);
    await expect(browserCopies.tidy()).rejects.toThrow('refused');
    await expect(browserCopies.remove('a')).rejects.toThrow('refused');
    open.mockRestore();
    remove.mockRestore();
    await browserCopies.tidy();
    expect(await browserCopies.load('a')).toBeNull();
    expect([...local.items]).toEqual([]);
  });

  it('deletes the database where it cannot be emptied', async () => {
    await browserCopies.save('a', COPY);
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    await browserCopies.wipe();
    open.mockRestore();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('leaves the database to other tabs after each step', async () => {
    await browserCopies.save('a', COPY);
    await browserCopies.load('a');
    const gone = await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase('image-builds');
      request.onsuccess = () => resolve(true);
      request.onblocked = () => resolve(false);
    });
    expect(gone).toBe(true);
  });

  it('says no, rather than wait, where another tab keeps the database from opening', async () => {
    await new Promise((resolve) => {
      const request = indexedDB.open('image-builds', 2);
      request.onsuccess = () => resolve(undefined);
    });
    expect(await browserCopies.load('a')).toBeNull();
    expect(await browserCopies.save('a', COPY)).toBe(false);
  });
});

/** Writes into the store as another version of this page might have. */
function put(key: string, value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open('image-builds');
    opened.onerror = () => reject(opened.error);
    opened.onsuccess = () => {
      const database = opened.result;
      const transaction = database.transaction('copies', 'readwrite');
      transaction.objectStore('copies').put(value, key);
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}

describe('without storage', () => {
  it.each([
    ['missing', undefined],
    [
      'switched off',
      {
        open() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      },
    ],
  ])('holds nothing and does not fail: %s', async (_, indexedDB) => {
    vi.stubGlobal('indexedDB', indexedDB);
    vi.stubGlobal('localStorage', undefined);
    expect(await browserCopies.load('a')).toBeNull();
    expect(await browserCopies.save('a', COPY)).toBe(false);
    await expect(browserCopies.remove('a')).resolves.toBeUndefined();
    await expect(browserCopies.wipe()).resolves.toBeUndefined();
    await expect(browserCopies.tidy()).resolves.toBeUndefined();
    browserCopies.want(true);
    expect(browserCopies.wanted()).toBe(false);
  });
});
