import type { Build } from '../../../contract/build.ts';
import { knownStatus } from '../../../contract/status.ts';

/**
 * True for what `status:failed` finds: the API's own word for the whole build. A failed artifact
 * of a build that goes on, or that the API calls completed, does not make it one.
 */
export function isFailed(build: Build): boolean {
  return knownStatus(build.status) === 'FAILED';
}
