import { isActive, isEnded, isKnownStatus } from '../contract/status.ts';

/**
 * True when the build's status cannot be what its artifacts say. Only clear contradictions
 * count, because one artifact may fail while the other completes, and the contract does not say
 * which word the group then takes:
 *
 * - COMPLETED, and an artifact is still active, or none is COMPLETED
 * - FAILED or CANCELLED, and no artifact is FAILED or CANCELLED
 * - PENDING, UPLOADING or BUILDING, and every artifact has ended
 *
 * Never for an unknown word, nor without artifacts; an unknown word of an artifact may stand for
 * whatever the build says.
 */
export function isConflicted(status: string, artifactStatuses: readonly string[]): boolean {
  if (!isKnownStatus(status) || artifactStatuses.length === 0) return false;
  if (artifactStatuses.every((one) => one === status)) return false;
  if (isActive(status)) return artifactStatuses.every(isEnded);
  if (status === 'COMPLETED') {
    return artifactStatuses.some(isActive) || !artifactStatuses.some(couldBe('COMPLETED'));
  }
  return !artifactStatuses.some(couldBe('FAILED', 'CANCELLED'));
}

function couldBe(...words: readonly string[]): (status: string) => boolean {
  return (status) => words.includes(status) || !isKnownStatus(status);
}
