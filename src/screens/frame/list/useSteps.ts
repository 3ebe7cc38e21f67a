import { useClock } from '../../../ui/clock.ts';

/** Relative times and running durations are read anew this often. Milliseconds. */
const EVERY = 15_000;

/** The time in steps, for what is worked out over the whole list. Milliseconds since the epoch. */
export function useSteps(): number {
  return useClock((now) => Math.floor(now / EVERY) * EVERY);
}
