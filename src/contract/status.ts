import { foldCase } from '../lib/text.ts';
import type { components } from './schema.ts';

/** The build statuses that the contract names (`ImageBuildStatusEnum`). */
export type Status = components['schemas']['ImageBuildStatusEnum'];

/** The artifact types that the contract names (`ImageBuildArtifactTypeEnum`). */
export type ArtifactType = components['schemas']['ImageBuildArtifactTypeEnum'];

/** In the order a build moves through them; also the order in which status sorts. */
export const STATUSES = [
  'PENDING',
  'UPLOADING',
  'BUILDING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
] as const satisfies readonly Status[];

export const ARTIFACT_TYPES = [
  'CONTAINER_IMAGE',
  'VM_SANDBOX',
] as const satisfies readonly ArtifactType[];

const PHASE: Record<Status, 'active' | 'ended'> = {
  PENDING: 'active',
  UPLOADING: 'active',
  BUILDING: 'active',
  COMPLETED: 'ended',
  FAILED: 'ended',
  CANCELLED: 'ended',
};

const BY_FORM: ReadonlyMap<string, Status> = new Map(
  STATUSES.map((status) => [foldCase(status), status]),
);

/**
 * The contract's status that a word stands for, in any case: a filter finds it in any case, so it
 * looks, sorts and counts like it too. Null for any other word.
 */
export function knownStatus(word: string): Status | null {
  return BY_FORM.get(foldCase(word)) ?? null;
}

/** True for a word of the contract, in any case. */
export function isKnownStatus(word: string): boolean {
  return knownStatus(word) !== null;
}

/** True while the API may still move it. An unknown word is neither active nor ended. */
export function isActive(word: string): boolean {
  const status = knownStatus(word);
  return status !== null && PHASE[status] === 'active';
}

/** True once no change is expected. An unknown word is neither active nor ended. */
export function isEnded(word: string): boolean {
  const status = knownStatus(word);
  return status !== null && PHASE[status] === 'ended';
}

/** True while it waits for its start. */
export function isQueued(word: string): boolean {
  const status = knownStatus(word);
  return status === 'PENDING' || status === 'UPLOADING';
}

/** An active build this old (since it was created) counts as stalled. Milliseconds. */
export const STALLED_AFTER_MS = 24 * 60 * 60 * 1000;
