import { isActive, isEnded, knownStatus, type Status } from '../contract/status.ts';

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
export function isConflicted(word: string, artifactWords: readonly string[]): boolean {
  const status = knownStatus(word);
  if (status === null || artifactWords.length === 0) return false;
  const artifactStatuses = artifactWords.map((one) => knownStatus(one) ?? one);
  if (artifactStatuses.every((one) => one === status)) return false;
  if (isActive(status)) return artifactStatuses.every(isEnded);
  if (status === 'COMPLETED') {
    return artifactStatuses.some(isActive) || !artifactStatuses.some(couldBe('COMPLETED'));
  }
  return !artifactStatuses.some(couldBe('FAILED', 'CANCELLED'));
}

function couldBe(...statuses: readonly Status[]): (word: string) => boolean {
  return (word) => {
    const status = knownStatus(word);
    return status === null || statuses.includes(status);
  };
}
