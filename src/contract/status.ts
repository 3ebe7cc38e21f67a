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

export function isKnownStatus(word: string): word is Status {
  return Object.hasOwn(PHASE, word);
}

/** True while the API may still move it. An unknown word is neither active nor ended. */
export function isActive(word: string): boolean {
  return isKnownStatus(word) && PHASE[word] === 'active';
}

/** True once no change is expected. An unknown word is neither active nor ended. */
export function isEnded(word: string): boolean {
  return isKnownStatus(word) && PHASE[word] === 'ended';
}

/** An active build this old (since it was created) counts as stalled. Milliseconds. */
export const STALLED_AFTER_MS = 24 * 60 * 60 * 1000;
