import type { Random } from './random.ts';

/**
 * An id as the API makes them: 25 characters, `cm`, the time, a counter, and random letters.
 * Two ids with different counters (below 1.6 million) differ.
 */
export function cuid(random: Random, ms: number, counter: number): string {
  const time = Math.max(0, Math.floor(ms)).toString(36).padStart(8, '0').slice(-7);
  const count = counter.toString(36).padStart(4, '0').slice(-4);
  return `cm${time}${count}${random.letters(12)}`;
}
