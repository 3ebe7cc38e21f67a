import type { Random } from './random.ts';

/** Rounds a time: one time in six up to a whole second, the others to the microsecond. */
export function stamp(random: Random, ms: number): number {
  return random.chance(1 / 6) ? Math.ceil(ms / 1000) * 1000 : Math.round(ms * 1000) / 1000;
}
