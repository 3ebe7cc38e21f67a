import { ApiError } from './ApiError.ts';
import type { Artifact, Build, Page, Unreadable } from './build.ts';
import { errorDetails } from './errorDetails.ts';
import { UNREADABLE } from './errorMessage.ts';

/** The contract's default for an artifact that does not say its type. */
const DEFAULT_ARTIFACT_TYPE = 'CONTAINER_IMAGE';

/** What a call asked for: the meaning of an echo that the answer left out. */
export interface Asked {
  readonly offset: number;
  readonly limit: number;
}

interface RawPage {
  readonly total_count?: unknown;
  readonly offset?: unknown;
  readonly limit?: unknown;
  readonly data?: unknown;
  readonly status?: unknown;
  readonly errors?: unknown;
}

interface RawBuild {
  readonly id?: unknown;
  readonly imageName?: unknown;
  readonly imageTag?: unknown;
  readonly status?: unknown;
  readonly createdAt?: unknown;
  readonly startedAt?: unknown;
  readonly completedAt?: unknown;
  readonly artifacts?: unknown;
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
 * Reads the body of a 200 (`GenericPaginationResponse` of openapi.yaml) into a page of builds.
 *
 * A row whose required fields are not text is left out and reported, an optional field of a wrong
 * type becomes null and is reported; the good rows stay. Words and times are kept as they came.
 * An echo (`offset`, `limit`) that is absent or no count means what was asked: the contract's 0
 * and 100 are then only true for the default request. A total of 0, said or by default, counts
 * only for an empty answer from offset 0; otherwise the total is unknown.
 *
 * @throws ApiError of kind `unreadable` when the body is no page, naming the field.
 */
export function parsePage(body: unknown, asked: Asked): Page {
  if (!isObject(body)) throw noPage(`expected an object, got ${nameOf(body)}`);
  const raw: RawPage = body;
  const data = raw.data;
  if (!Array.isArray(data) || (data.length === 0 && isFilled(raw.errors))) {
    if (raw.errors !== undefined && raw.errors !== null) {
      throw noPage('it lists errors instead of builds', errorDetails(body));
    }
    const problem =
      data === undefined ? '“data” is missing' : `“data” should be a list, got ${nameOf(data)}`;
    throw noPage(problem, errorDetails(body));
  }

  const builds: Build[] = [];
  const unreadable: Unreadable[] = [];
  const rows: readonly unknown[] = data;
  for (let index = 0; index < rows.length; index += 1) {
    const build = parseBuild(rows[index], asked.offset + index, index, unreadable);
    if (build !== null) builds.push(build);
  }
  return {
    total: parseTotal(raw.total_count, asked.offset === 0 && rows.length === 0),
    offset: isCount(raw.offset) ? raw.offset : asked.offset,
    limit: isCount(raw.limit) ? raw.limit : asked.limit,
    status: typeof raw.status === 'string' ? raw.status : null,
    builds,
    received: rows.length,
    unreadable,
  };
}

function parseTotal(value: unknown, mayBeZero: boolean): number | null {
  const total = value === undefined ? 0 : value;
  if (!isCount(total)) return null;
  return total > 0 || mayBeZero ? total : null;
}

function parseBuild(
  value: unknown,
  position: number,
  index: number,
  unreadable: Unreadable[],
): Build | null {
  if (!isObject(value)) {
    const problem = `expected an object, got ${nameOf(value)}`;
    unreadable.push({ id: `#${position + 1}`, field: `data[${index}]`, problem });
    return null;
  }
  const raw: RawBuild = value;
  const { id, imageName, imageTag, status, createdAt } = raw;
  if (
    typeof id !== 'string' ||
    id === '' ||
    typeof imageName !== 'string' ||
    typeof imageTag !== 'string' ||
    typeof status !== 'string' ||
    typeof createdAt !== 'string'
  ) {
    const named = typeof id === 'string' ? id : typeof id === 'number' ? String(id) : '';
    unreadable.push({ id: named || `#${position + 1}`, ...firstFault(BUILD_TEXTS, raw) });
    return null;
  }
  return {
    id,
    imageName,
    imageTag,
    status,
    createdAt,
    startedAt: optionalText(raw.startedAt, id, -1, 'startedAt', unreadable),
    completedAt: optionalText(raw.completedAt, id, -1, 'completedAt', unreadable),
    artifacts: parseArtifacts(raw.artifacts, id, unreadable),
  };
}

function parseArtifacts(
  value: unknown,
  buildId: string,
  unreadable: Unreadable[],
): readonly Artifact[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) {
    const problem = `expected a list, got ${nameOf(value)}`;
    unreadable.push({ id: buildId, field: 'artifacts', problem });
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

function parseArtifact(
  value: unknown,
  buildId: string,
  index: number,
  unreadable: Unreadable[],
): Artifact | null {
  if (!isObject(value)) {
    const problem = `expected an object, got ${nameOf(value)}`;
    unreadable.push({ id: buildId, field: `artifacts[${index}]`, problem });
    return null;
  }
  const raw: RawArtifact = value;
  const { id, status, createdAt } = raw;
  const artifactType = raw.artifactType ?? DEFAULT_ARTIFACT_TYPE;
  if (
    typeof id !== 'string' ||
    id === '' ||
    typeof artifactType !== 'string' ||
    typeof status !== 'string' ||
    typeof createdAt !== 'string'
  ) {
    const fault = firstFault(ARTIFACT_TEXTS, { ...raw, artifactType });
    unreadable.push({
      id: buildId,
      field: `artifacts[${index}].${fault.field}`,
      problem: fault.problem,
    });
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
    field: index < 0 ? field : `artifacts[${index}].${field}`,
    problem: `expected text or null, got ${nameOf(value)}`,
  });
  return null;
}

const BUILD_TEXTS = ['id', 'imageName', 'imageTag', 'status', 'createdAt'] as const;
const ARTIFACT_TEXTS = ['id', 'artifactType', 'status', 'createdAt'] as const;

function firstFault<Field extends string>(
  fields: readonly Field[],
  raw: { readonly [Key in Field]?: unknown },
): { field: string; problem: string } {
  for (const field of fields) {
    const value = raw[field];
    if (value === undefined) return { field, problem: 'missing' };
    if (typeof value !== 'string') return { field, problem: `expected text, got ${nameOf(value)}` };
    if (field === 'id' && value === '') return { field, problem: 'empty' };
  }
  return { field: '', problem: 'unknown' };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && typeof value === 'number' && value >= 0;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}

function noPage(problem: string, details: readonly string[] = []): ApiError {
  return new ApiError({
    kind: 'unreadable',
    status: 200,
    message: `${UNREADABLE} ${problem}.`,
    details,
  });
}
