import type { Artifact, Build } from '../contract/build.ts';
import { knownStatus } from '../contract/status.ts';
import { readTime } from '../lib/instant.ts';
import { foldCase } from '../lib/text.ts';
import { firstErrorOf } from './facts.ts';

/**
 * The newest artifact of each type, in the order in which the types first come: what was built
 * again has several of one type, of which the last one created counts. Where times are unknown or
 * equal, the one that comes later. Types that differ in case only are one.
 */
export function newestOfType(artifacts: readonly Artifact[]): readonly Artifact[] {
  const newest = new Map<string, Artifact>();
  for (const one of artifacts) {
    const type = foldCase(one.artifactType);
    const before = newest.get(type);
    if (before === undefined || !(readTime(one.createdAt) < readTime(before.createdAt))) {
      newest.set(type, one);
    }
  }
  return [...newest.values()];
}

/** True for an artifact that was built again: a newer one of its type is among them. */
export function isEarlierAttempt(artifact: Artifact, artifacts: readonly Artifact[]): boolean {
  return !newestOfType(artifacts).includes(artifact);
}

/**
 * True when a build completed and its first error is of an earlier attempt: nothing that a person
 * has to mend.
 */
export function isErrorOfEarlierAttempt({ status, artifacts }: Build): boolean {
  if (artifacts === null || knownStatus(status) !== 'COMPLETED') return false;
  const error = firstErrorOf(artifacts);
  const failed = artifacts.find(({ errorMessage }) => errorMessage === error);
  return error !== null && failed !== undefined && isEarlierAttempt(failed, artifacts);
}
