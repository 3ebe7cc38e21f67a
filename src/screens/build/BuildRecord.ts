import type { Artifact, Build } from '../../contract/build.ts';
import { type BuildFacts, factsOf } from '../../list/BuildFacts.ts';

/** A build as the table draws it: the build itself, and what a cell would else work out again. */
export interface BuildRecord extends BuildFacts {
  readonly row: number;
  readonly build: Build;
  /** Why it is still among the rows though it is not of the view any more. */
  readonly became?: Became;
}

/** What became of a build that stands among the rows and is not of them any more. */
export type Became = 'deleted' | 'other-status' | 'unmatched';

/** What the table draws of a build; `facts` are those of the table where there is one. */
export function buildRecord(row: number, build: Build, facts = factsOf(build)): BuildRecord {
  return { row, build, ...facts };
}

/** True when two reads of a build say the same, so that what is drawn of it may stay. */
export function sameBuild(a: Build, b: Build): boolean {
  return (
    a.status === b.status &&
    a.startedAt === b.startedAt &&
    a.completedAt === b.completedAt &&
    a.createdAt === b.createdAt &&
    a.imageName === b.imageName &&
    a.imageTag === b.imageTag &&
    sameArtifacts(a.artifacts, b.artifacts)
  );
}

function sameArtifacts(a: Build['artifacts'], b: Build['artifacts']): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((one, index) => sameArtifact(one, b[index]));
}

function sameArtifact(a: Artifact, b: Artifact | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.artifactType === b.artifactType &&
    a.status === b.status &&
    a.fullImagePath === b.fullImagePath &&
    a.errorMessage === b.errorMessage &&
    a.createdAt === b.createdAt &&
    a.startedAt === b.startedAt &&
    a.completedAt === b.completedAt
  );
}
