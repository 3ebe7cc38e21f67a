import type { Survival } from './Survival.ts';

/** Fewer that took longer say nothing of what is left. */
const FEWEST_BEYOND = 8;
/** From so many completed, the tail is known; below, only the longest is. */
const FEWEST_FOR_TAIL = 20;
/** With a known tail: beyond three medians, so that no narrow spread warns. */
const MEDIANS_TO_BE_LONGER = 3;
/**
 * And a quarter beyond the 95th percentile: of 30 it is known only so well, and where durations are
 * spread wide one healthy build in 25 is beyond it (`npm run simulate`).
 */
const TAILS_TO_BE_LONGER = 1.25;
/** With a few: beyond twice the longest of them. */
const LONGEST_TO_BE_LONGER = 2;
/** Much longer: as Jenkins has it. */
const MEDIANS_TO_BE_MUCH_LONGER = 10;
/** Nobody acts on less than a minute. */
const LEAST_BEYOND_MS = 60_000;

/** From and to; null: beyond all that was seen, "over `longest`". Milliseconds. */
export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

/** How far along a running build is. */
export interface Progress {
  /** What is left, if it completes; null when too few took longer than this one has. */
  readonly left: Range | null;
  /** How many of the completed ones took less: "longer than 15 of 17 before". */
  readonly longerThan: number;
  readonly length: 'usual' | 'longer' | 'much longer';
}

/** "Usually 4 to 7 min": the middle half. */
export function usualRange(survival: Survival): Range {
  return { from: survival.quantile(0.25), to: survival.quantile(0.75) };
}

/** What is left of a build that has run for `ms`, and whether it runs longer than usual. */
export function progressAt(survival: Survival, ms: number): Progress {
  const beyond = survival.completedBeyond(ms);
  return {
    left: beyond < FEWEST_BEYOND ? null : leftAt(survival, ms),
    longerThan: survival.completed - beyond,
    length: lengthAt(survival, ms),
  };
}

function leftAt(survival: Survival, ms: number): Range {
  const running = survival.at(ms);
  const by = (share: number) => {
    const end = survival.quantile(1 - running * (1 - share));
    return end === null ? null : Math.max(0, end - ms);
  };
  return { from: by(0.25), to: by(0.75) };
}

function lengthAt(survival: Survival, ms: number): Progress['length'] {
  const median = survival.quantile(0.5);
  const limit = longerLimit(survival, median);
  if (ms < limit + LEAST_BEYOND_MS) return 'usual';
  if (median === null || ms < MEDIANS_TO_BE_MUCH_LONGER * median) return 'longer';
  return 'much longer';
}

function longerLimit(survival: Survival, median: number | null): number {
  if (survival.completed < FEWEST_FOR_TAIL) return LONGEST_TO_BE_LONGER * survival.longestCompleted;
  const tail = survival.quantile(0.95) ?? survival.longest;
  const medians = MEDIANS_TO_BE_LONGER * (median ?? survival.longest);
  return Math.max(TAILS_TO_BE_LONGER * tail, medians);
}
