import type { BuildStore } from '../columns/BuildStore.ts';
import type { readStore } from '../columns/storeSnapshots.ts';
import type { ListCopy } from './Copies.ts';

/** A copy that was taken up again. */
interface RestoredCopy extends Omit<ListCopy, 'snapshot'> {
  readonly store: BuildStore;
}

/** The rows of a copy; null when it is broken, of another version, or of an empty list. */
export function restoreCopy(copy: ListCopy | null, read: typeof readStore): RestoredCopy | null {
  if (!copy) return null;
  const { snapshot, ...rest } = copy;
  const store = read(snapshot);
  return store && store.size > 0 ? { ...rest, store } : null;
}
