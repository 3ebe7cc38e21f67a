import type { Random } from './random.ts';

/**
 * What the ids of one build and its artifacts begin with: `cm`, the time (milliseconds), a
 * counter. Builds with different counters (below 1.6 million) never share an id.
 */
export function cuidStart(ms: number, counter: number): string {
  const time = Math.max(0, Math.floor(ms)).toString(36).padStart(8, '0').slice(-7);
  return `cm${time}${counter.toString(36).padStart(4, '0').slice(-4)}`;
}

/** An id as the API makes them: 25 characters of `0-9a-z`. */
export function cuid(random: Random, start: string): string {
  return start + random.letters(12);
}
