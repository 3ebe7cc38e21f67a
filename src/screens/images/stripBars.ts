import { knownStatus } from '../../contract/status.ts';

/** How one build of a strip is drawn: tone, height in parts of the strip's, hollow or filled. */
export interface BarLook {
  readonly tone: string;
  readonly height: number;
  readonly hollow: boolean;
}

/**
 * Failed ones stand out by height and not by colour alone; cancelled and active ones are hollow,
 * unknown ones grey.
 */
export function barLook(status: string): BarLook {
  switch (knownStatus(status)) {
    case 'COMPLETED':
      return { tone: 'tone-good', height: 0.6, hollow: false };
    case 'FAILED':
      return { tone: 'tone-bad', height: 1, hollow: false };
    case 'CANCELLED':
      return { tone: 'tone-stopped', height: 0.6, hollow: true };
    case null:
      return { tone: 'tone-other', height: 0.4, hollow: false };
    default:
      return { tone: 'tone-active', height: 0.4, hollow: true };
  }
}

/** `3 completed, 1 failed`: the words of some builds in the order in which they first come. */
export function countWords(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word.toLowerCase()}`).join(', ');
}
