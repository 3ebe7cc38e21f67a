import type { Artifact, Build } from '../../contract/build.ts';
import { isActive, STALLED_AFTER_MS } from '../../contract/status.ts';
import { parseInstant } from '../../lib/instant.ts';
import { firstLine } from '../../lib/text.ts';
import { isConflicted } from '../../list/conflict.ts';

/** A build as the table draws it: the build itself, and what a cell would else work out again. */
export interface BuildRecord {
  readonly row: number;
  readonly build: Build;
  /** Milliseconds since the epoch; NaN where not known. */
  readonly createdAt: number;
  readonly startedAt: number;
  readonly completedAt: number;
  readonly active: boolean;
  /** No start yet, and one may come. */
  readonly queued: boolean;
  /** The first line of the first error of its artifacts, without terminal codes. */
  readonly firstError: string | null;
  readonly conflicted: boolean;
  /** Why it is still among the rows though it is not of the view any more. */
  readonly became?: Became;
}

/** What became of a build that stands among the rows and is not of them any more. */
export type Became = 'deleted' | 'other-status' | 'unmatched';

/** Reads what the table needs to know of a build. */
export function buildRecord(row: number, build: Build): BuildRecord {
  const artifacts = build.artifacts ?? [];
  const error = artifacts.find((artifact) => artifact.errorMessage?.trim())?.errorMessage;
  return {
    row,
    build,
    createdAt: instant(build.createdAt),
    startedAt: instant(build.startedAt),
    completedAt: instant(build.completedAt),
    active: isActive(build.status),
    queued: build.status === 'PENDING' || build.status === 'UPLOADING',
    firstError: error ? firstLine(error) : null,
    conflicted: isConflicted(
      build.status,
      artifacts.map((artifact) => artifact.status),
    ),
  };
}

export function isStalled(record: BuildRecord, now: number): boolean {
  return record.active && now - record.createdAt > STALLED_AFTER_MS;
}

/** Milliseconds since the epoch, NaN where not known. */
export function instant(text: string | null): number {
  return (text === null ? null : parseInstant(text)) ?? Number.NaN;
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
