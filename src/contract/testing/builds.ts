import type { Artifact, Build } from '../build.ts';

/** A build that ended well, with what a test wants otherwise. */
export function buildOf(id: string, changes: Partial<Build> = {}): Build {
  return {
    id,
    imageName: 'app',
    imageTag: 'v1',
    status: 'COMPLETED',
    createdAt: '2026-11-20T09:00:00Z',
    startedAt: '2026-11-20T09:01:00Z',
    completedAt: '2026-11-20T09:04:05Z',
    artifacts: [],
    ...changes,
  };
}

/** An artifact that completed, with what a test wants otherwise. */
export function artifactOf(id: string, changes: Partial<Artifact> = {}): Artifact {
  return {
    id,
    artifactType: 'CONTAINER_IMAGE',
    status: 'COMPLETED',
    fullImagePath: null,
    errorMessage: null,
    createdAt: '2026-11-20T09:00:00Z',
    startedAt: '2026-11-20T09:01:00Z',
    completedAt: '2026-11-20T09:04:05Z',
    ...changes,
  };
}
