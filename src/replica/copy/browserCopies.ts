import type { Copies, ListCopy } from './Copies.ts';
import { emptyDatabase, mayHaveDatabase, withCopies } from './copyDatabase.ts';

/** The form of what is stored around the snapshot; copies of another one are not read. */
const VERSION = 1;
const WISH = 'image-builds.keep';
/** Stands from before the first save until a wipe that worked. */
const MARK = 'image-builds.copies';

/** Copies in IndexedDB; the wish for them, and that there may be some, in local storage. */
export const browserCopies: Copies = {
  wanted: () => has(WISH),
  want: (wanted) => set(WISH, wanted),
  load: (key) => withCopies('readonly', (copies) => copies.get(key)).then(readCopy, () => null),
  save(key, copy) {
    const before = has(MARK);
    set(MARK, true);
    return withCopies('readwrite', (copies) => copies.put({ version: VERSION, ...copy }, key)).then(
      () => true,
      () => {
        set(MARK, before);
        return false;
      },
    );
  },
  remove: (key) =>
    removing(has(MARK), () => withCopies('readwrite', (copies) => copies.delete(key))),
  async wipe() {
    const expected = has(MARK) || has(WISH);
    set(WISH, false);
    await removing(expected, emptyDatabase);
    set(MARK, false);
  },
  async tidy() {
    if (has(WISH)) return;
    await removing(has(MARK), emptyDatabase);
    set(MARK, false);
  },
};

/** A failure matters only where a copy was saved: storage that is off has none to leave. */
async function removing(expected: boolean, step: () => Promise<unknown>): Promise<void> {
  try {
    if (expected || (await mayHaveDatabase())) await step();
  } catch (error) {
    if (expected) throw error;
  }
}

function has(name: string): boolean {
  try {
    return localStorage.getItem(name) === '1';
  } catch {
    return false;
  }
}

/** Without storage it lasts as long as the page. */
function set(name: string, on: boolean): void {
  try {
    if (on) localStorage.setItem(name, '1');
    else localStorage.removeItem(name);
  } catch {
    // Nothing outlives the page there.
  }
}

function readCopy(found: unknown): ListCopy | null {
  if (typeof found !== 'object' || found === null) return null;
  if (!('version' in found) || found.version !== VERSION) return null;
  if (!('savedAt' in found) || typeof found.savedAt !== 'number') return null;
  if (!('stamp' in found) || typeof found.stamp !== 'number') return null;
  if (!('snapshot' in found)) return null;
  return { snapshot: found.snapshot, savedAt: found.savedAt, stamp: found.stamp };
}
