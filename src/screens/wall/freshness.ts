import { QUICK_MS, QUIET_MS } from '../../replica/poll/nextPoll.ts';
import type { ReplicaState } from '../../replica/ReplicaState.ts';

/** An answer may be late or lost; after so many polls without one nobody is answering. */
const MOST_POLLS = 3;

/**
 * `waiting`: nothing was answered yet. `fresh`: the newest answer was asked for at `at`.
 * `stopped`: that is over 3 polls ago. Milliseconds since the epoch.
 */
export type Freshness =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'fresh' | 'stopped'; readonly at: number };

/** How fresh what a wall shows is at `now`; a clock that was set back makes nothing fresh. */
export function freshnessOf(
  {
    updatedAt,
    pollEveryMs,
    active,
    verifying,
  }: Pick<ReplicaState, 'updatedAt' | 'pollEveryMs' | 'active' | 'verifying'>,
  now: number,
): Freshness {
  if (updatedAt === null || verifying) return { kind: 'waiting' };
  const everyMs = pollEveryMs ?? (active > 0 ? QUICK_MS : QUIET_MS);
  const late = Math.abs(now - updatedAt) > MOST_POLLS * everyMs;
  return { kind: late ? 'stopped' : 'fresh', at: updatedAt };
}

/** While answers come, lengths of time are read anew this often. Milliseconds. */
const EVERY_MS = 15_000;

/**
 * As of when to say how long and how far, at `now`: once answers have stopped, as of the last one.
 * What became of anything since is not known. Milliseconds since the epoch.
 */
export function wallTimeOf(state: Parameters<typeof freshnessOf>[0], now: number): number {
  const fresh = freshnessOf(state, now);
  return fresh.kind === 'stopped' ? fresh.at : Math.floor(now / EVERY_MS) * EVERY_MS;
}

/** Why nothing is answered, as far as it is known; empty where it is not. */
export function whyStopped({ error, paused }: Pick<ReplicaState, 'error' | 'paused'>): string {
  if (error !== null) return error.message;
  return paused ? 'Checks are paused: leave, and switch Live on.' : '';
}
