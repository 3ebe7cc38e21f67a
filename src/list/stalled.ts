import { STALLED_AFTER_MS } from '../contract/status.ts';

/**
 * True for an active build created at `created`, milliseconds since the epoch, when it counts as
 * stalled. NaN (unknown) never does.
 */
export function isStalledAt(created: number, now: number): boolean {
  return now - created > STALLED_AFTER_MS;
}
