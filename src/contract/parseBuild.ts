import type { Artifact, Build, Unreadable } from './build.ts';
import { isObject, nameOf } from './json.ts';

/** The contract's default for an artifact that does not say its type. */
const DEFAULT_ARTIFACT_TYPE = 'CONTAINER_IMAGE';

interface RawBuild extends FlatFields {
  readonly id?: unknown;
  readonly imageName?: unknown;
  readonly imageTag?: unknown;
  readonly status?: unknown;
  readonly createdAt?: unknown;
  readonly startedAt?: unknown;
  readonly completedAt?: unknown;
  readonly artifacts?: unknown;
}

/** What older rows, one for each artifact, say at their top. */
interface FlatFields {
  readonly artifactType?: unknown;
  readonly fullImagePath?: unknown;
  readonly errorMessage?: unknown;
}

interface RawArtifact {
  readonly id?: unknown;
  readonly artifactType?: unknown;
  readonly status?: unknown;
  readonly fullImagePath?: unknown;
  readonly errorMessage?: unknown;
  readonly createdAt?: unknown;
  readonly startedAt?: unknown;
  readonly completedAt?: unknown;
}

/**
 * Reads one row (`BuildStatusResponse`). Null, with a report added to `unreadable`, when a
 * required field is not text. An optional field of a wrong type becomes null
 * and is reported; so is an artifact that is left out. Words and times are kept as they came.
 *
 * `index` is the row's place in the answer and `position` its place in the list, both from 0.
 */
export function parseBuild(
  value: unknown,
  index: number,
  position: number,
  unreadable: Unreadable[],
): Build | null {
  if (!isObject(value)) {
    const problem = `expected an object, got ${nameOf(value)}`;
    const id = `#${position + 1}`;
    unreadable.push({ id, lost: 'row', field: `data[${index}]`, problem });
    return null;
  }
  const raw: RawBuild = value;
  const { id, imageName, imageTag, status, createdAt } = raw;
  if (
    typeof id !== 'string' ||
    typeof imageName !== 'string' ||
    typeof imageTag !== 'string' ||
    typeof status !== 'string' ||
    typeof createdAt !== 'string'
  ) {
    const fault = firstFault({ id, imageName, imageTag, status, createdAt });
    const isNamed = typeof id === 'string' || typeof id === 'number';
    unreadable.push({
      id: isNamed ? String(id) : `#${position + 1}`,
      lost: isNamed ? 'build' : 'row',
      ...fault,
    });
    return null;
  }
  const build = {
    id,
    imageName,
    imageTag,
    status,
    createdAt,
    startedAt: optionalText(raw.startedAt, id, -1, 'startedAt', unreadable),
    completedAt: optionalText(raw.completedAt, id, -1, 'completedAt', unreadable),
    artifacts: parseArtifacts(raw.artifacts, id, unreadable),
  };
  const flat = parseFlat(raw, build, unreadable);
  return flat === null ? build : { ...build, artifacts: [...(build.artifacts ?? []), flat] };
}

/**
 * What the row says at its top that no artifact of it says: an older row is one artifact, and its
 * error must not be lost. Null when there is nothing.
 */
function parseFlat(raw: RawBuild, build: Build, unreadable: Unreadable[]) {
  const type = raw.artifacts === undefined ? raw.artifactType : undefined;
  if (isNothing(raw.fullImagePath) && isNothing(raw.errorMessage) && isNothing(type)) return null;
  const { id, artifacts, status, createdAt, startedAt, completedAt } = build;
  const path = optionalText(raw.fullImagePath, id, -1, 'fullImagePath', unreadable);
  const error = optionalText(raw.errorMessage, id, -1, 'errorMessage', unreadable);
  const fullImagePath = artifacts?.some((one) => one.fullImagePath === path) ? null : path;
  const errorMessage = artifacts?.some((one) => one.errorMessage === error) ? null : error;
  const artifactType = typeof type === 'string' ? type : DEFAULT_ARTIFACT_TYPE;
  if (isNothing(fullImagePath) && isNothing(errorMessage) && isNothing(type)) return null;
  const said = { fullImagePath, errorMessage };
  return { id, artifactType, status, ...said, createdAt, startedAt, completedAt };
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function parseArtifacts(
  value: unknown,
  buildId: string,
  unreadable: Unreadable[],
): readonly Artifact[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) {
    const problem = `expected a list, got ${nameOf(value)}`;
    unreadable.push({ id: buildId, lost: 'field', field: 'artifacts', problem });
    return null;
  }
  const rows: readonly unknown[] = value;
  const artifacts: Artifact[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const artifact = parseArtifact(rows[index], buildId, index, unreadable);
    if (artifact !== null) artifacts.push(artifact);
  }
  return artifacts;
}

/** Reads one artifact row (`BuildArtifactStatusResponse`); reports name its build. */
function parseArtifact(
  value: unknown,
  buildId: string,
  index: number,
  unreadable: Unreadable[],
): Artifact | null {
  if (!isObject(value)) {
    const problem = `expected an object, got ${nameOf(value)}`;
    unreadable.push({ id: buildId, lost: 'artifact', field: `artifacts[${index}]`, problem });
    return null;
  }
  const raw: RawArtifact = value;
  const { id, status, createdAt } = raw;
  const artifactType = raw.artifactType ?? DEFAULT_ARTIFACT_TYPE;
  if (
    typeof id !== 'string' ||
    typeof artifactType !== 'string' ||
    typeof status !== 'string' ||
    typeof createdAt !== 'string'
  ) {
    const { field, problem } = firstFault({ id, artifactType, status, createdAt });
    const at = `artifacts[${index}].${field}`;
    unreadable.push({ id: buildId, lost: 'artifact', field: at, problem });
    return null;
  }
  return {
    id,
    artifactType,
    status,
    fullImagePath: optionalText(raw.fullImagePath, buildId, index, 'fullImagePath', unreadable),
    errorMessage: optionalText(raw.errorMessage, buildId, index, 'errorMessage', unreadable),
    createdAt,
    startedAt: optionalText(raw.startedAt, buildId, index, 'startedAt', unreadable),
    completedAt: optionalText(raw.completedAt, buildId, index, 'completedAt', unreadable),
  };
}

/** `index` is the artifact's, -1 for a field of the build itself. */
function optionalText(
  value: unknown,
  buildId: string,
  index: number,
  field: string,
  unreadable: Unreadable[],
): string | null {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return null;
  unreadable.push({
    id: buildId,
    lost: 'field',
    field: index < 0 ? field : `artifacts[${index}].${field}`,
    problem: `expected text or null, got ${nameOf(value)}`,
  });
  return null;
}

/** The first required field that is not text. */
function firstFault(fields: Readonly<Record<string, unknown>>): {
  field: string;
  problem: string;
} {
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) return { field, problem: 'missing' };
    if (typeof value !== 'string') return { field, problem: `expected text, got ${nameOf(value)}` };
  }
  return { field: 'id', problem: 'unknown' };
}
