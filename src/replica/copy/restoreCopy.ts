import { BuildStore } from '../columns/BuildStore.ts';
import type { ListCopy } from './Copies.ts';

/** A copy that was taken up again. */
interface RestoredCopy extends Omit<ListCopy, 'snapshot'> {
  readonly store: BuildStore;
}

/** The rows of a copy; null when it is broken, of another version, or of an empty list. */
export function restoreCopy(copy: ListCopy | null): RestoredCopy | null {
  if (!copy) return null;
  const { snapshot, ...rest } = copy;
  const store = BuildStore.fromSnapshot(snapshot);
  return store && store.size > 0 ? { ...rest, store } : null;
}
