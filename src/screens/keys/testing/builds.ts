import type { Artifact, Build } from '../../../contract/build.ts';
import { artifactOf, buildOf } from '../../../contract/testing/builds.ts';

/** A build that never began, with what a test says of it; created a second before the one of a lower `age`. */
export function build(id: string, parts: Partial<Build> = {}, age = 0): Build {
  const createdAt = new Date(Date.UTC(2026, 10, 20, 9) - age * 1000).toISOString();
  return buildOf(id, { createdAt, startedAt: null, completedAt: null, ...parts });
}

export function artifact(parts: Partial<Artifact> = {}): Artifact {
  return artifactOf('a1', { startedAt: null, completedAt: null, ...parts });
}
