import type { Artifact, Build } from '../../../contract/build.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';
import { BuildStore } from '../../../replica/columns/BuildStore.ts';
import { StoreTable } from '../../../replica/columns/StoreTable.ts';

/** A build that ended well, with what a test wants otherwise. */
export function buildOf(id: string, changes: Partial<Build> = {}): Build {
  return {
    id,
    imageName: `swe/${id}`,
    imageTag: 'v1',
    status: 'COMPLETED',
    createdAt: '2026-11-20T09:00:00',
    startedAt: '2026-11-20T09:01:00Z',
    completedAt: '2026-11-20T09:04:05Z',
    artifacts: [],
    ...changes,
  };
}

/** A failed artifact with a message, with what a test wants otherwise. */
export function artifactOf(id: string, changes: Partial<Artifact> = {}): Artifact {
  return {
    id,
    artifactType: 'CONTAINER_IMAGE',
    status: 'FAILED',
    fullImagePath: null,
    errorMessage: 'no space left on device',
    createdAt: '2026-11-20T09:00:00',
    startedAt: null,
    completedAt: null,
    ...changes,
  };
}

/** A store that holds these builds, in rows in their order. */
export function storeOf(builds: readonly Build[]): BuildStore {
  const store = new BuildStore();
  store.apply(builds, 1);
  return store;
}

/** The face of a store, of a list that is whole. */
export function faceOf(store: BuildStore): BuildTable {
  return new StoreTable(store, () => true);
}

/** The rows of builds, in the order given. */
export function rowsOf(store: BuildStore, ids: readonly string[]): Uint32Array {
  return Uint32Array.from(ids.map((id) => store.rowOf(id) ?? -1));
}
