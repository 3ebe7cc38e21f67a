import type { Artifact, Build } from '../../../contract/build.ts';

/** A build with what a test says of it; created a second before the one of a lower `age`. */
export function build(id: string, parts: Partial<Build> = {}, age = 0): Build {
  return {
    id,
    imageName: 'app',
    imageTag: 'v1',
    status: 'COMPLETED',
    createdAt: new Date(Date.UTC(2026, 10, 20, 9) - age * 1000).toISOString(),
    startedAt: null,
    completedAt: null,
    artifacts: [],
    ...parts,
  };
}

export function artifact(parts: Partial<Artifact> = {}): Artifact {
  return {
    id: 'a1',
    artifactType: 'CONTAINER_IMAGE',
    status: 'COMPLETED',
    fullImagePath: null,
    errorMessage: null,
    createdAt: '2026-11-20T09:00:00Z',
    startedAt: null,
    completedAt: null,
    ...parts,
  };
}
