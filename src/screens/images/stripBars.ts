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

/** The size of a strip: how many bars, from one to the next, and how high. */
export const STRIP = { bars: 20, step: 5, height: 16 } as const;

/** The bars of one look as one shape: a drawn element each would be twenty to a row. */
export interface BarsPath extends Pick<BarLook, 'tone' | 'hollow'> {
  readonly path: string;
}

/** The last bars, at the right end of the strip. */
export function stripPaths(statuses: readonly string[]): readonly BarsPath[] {
  const paths = new Map<string, BarsPath>();
  statuses.forEach((status, at) => {
    const { tone, height, hollow } = barLook(status);
    const key = `${tone} ${hollow}`;
    const tall = Math.round(height * STRIP.height);
    const left = (STRIP.bars - statuses.length + at) * STRIP.step + 0.5;
    const bar = `M${left} ${STRIP.height - 0.5}v${1 - tall}h${STRIP.step - 2}v${tall - 1}z`;
    paths.set(key, { tone, hollow, path: `${paths.get(key)?.path ?? ''}${bar}` });
  });
  return [...paths.values()];
}

/** `3 completed, 1 failed`: the words of some builds in the order in which they first come. */
export function countWords(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word.toLowerCase()}`).join(', ');
}
