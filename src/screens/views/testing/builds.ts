import type { Build } from '../../../contract/build.ts';

/** A build that ended well, with what is different about it. */
export function buildOf(id: string, changes: Partial<Build> = {}): Build {
  return {
    id,
    imageName: 'app',
    imageTag: 'v1',
    status: 'COMPLETED',
    createdAt: '2026-11-20T09:00:00Z',
    startedAt: '2026-11-20T09:01:00Z',
    completedAt: '2026-11-20T09:02:00Z',
    artifacts: null,
    ...changes,
  };
}
