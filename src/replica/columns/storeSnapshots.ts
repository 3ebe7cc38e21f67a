import { BuildStore } from './BuildStore.ts';
import { livePartsOf } from './liveParts.ts';
import { readSnapshot } from './readSnapshot.ts';
import { type Snapshot, writeSnapshot } from './writeSnapshot.ts';

/** See `clearedOf`. */
export type ClearedOf = (
  store: BuildStore,
) => { readonly store: BuildStore; readonly to: Uint32Array } | null;

/** The list and nothing that is gone, in a form that `structuredClone` and IndexedDB keep. */
export function snapshotOf(store: BuildStore): Snapshot {
  const parts = livePartsOf(store.columns, store.alive);
  return writeSnapshot(store.columns, parts, store.defaultOrder());
}

/** The store of a snapshot, null when it is corrupt or of another version. */
export function readStore(snapshot: unknown): BuildStore | null {
  const read = readSnapshot(snapshot);
  return read && BuildStore.of(read);
}

/**
 * The same builds in a store of their own, without what is gone: rows and codes start anew. `to` is
 * the new row of each, of those that are in the list. Only while no call is under way, since it has
 * no stamps: an answer to an older one would bring back what is gone.
 */
export const clearedOf: ClearedOf = (store) => {
  const parts = livePartsOf(store.columns, store.alive);
  const cleared = readStore(writeSnapshot(store.columns, parts, store.defaultOrder()));
  return cleared && { store: cleared, to: parts.rows.to };
};
