import type { Artifact, Build } from '../../../contract/build.ts';
import {
  artifactOf as anyArtifactOf,
  buildOf as anyBuildOf,
} from '../../../contract/testing/builds.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';
import { BuildStore } from '../../../replica/columns/BuildStore.ts';
import { StoreTable } from '../../../replica/columns/StoreTable.ts';

/** A build that ended well, named after its id, with what a test wants otherwise. */
export function buildOf(id: string, changes: Partial<Build> = {}): Build {
  const createdAt = '2026-11-20T09:00:00';
  return anyBuildOf(id, { imageName: `swe/${id}`, createdAt, ...changes });
}

/** A failed artifact with a message, with what a test wants otherwise. */
export function artifactOf(id: string, changes: Partial<Artifact> = {}): Artifact {
  return anyArtifactOf(id, {
    status: 'FAILED',
    errorMessage: 'no space left on device',
    createdAt: '2026-11-20T09:00:00',
    startedAt: null,
    completedAt: null,
    ...changes,
  });
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
