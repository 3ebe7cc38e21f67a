import type { Verdict } from '../sweep/sweep.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A proven list is walked again after this time. Milliseconds. */
const WALK_AFTER_MS = 5 * MINUTE;
/** The same while the head does not show what is new. Milliseconds. */
const WALK_UNORDERED_MS = 30 * SECOND;
/** A large list is walked less often: its share of the rate budget stays small. Milliseconds. */
const WALK_PER_CALL_MS = 3 * SECOND;
/** After three walks that proved nothing, doubled with each more in vain. Milliseconds. */
const SLOW_WALK_MS = MINUTE;

/** All that decides when the whole list is walked next. Times are milliseconds of one clock. */
export interface WalkFacts {
  readonly now: number;
  readonly verdict: Verdict;
  /** The sweep asks for its next walk without delay. */
  readonly hasty: boolean;
  /** When the last walk ended, null before the first one has. */
  readonly endedAt: number | null;
  /** Calls that the last walk took. */
  readonly calls: number;
  /** Walks in a row that proved nothing. */
  readonly tries: number;
  /** Walks in a row that gave no reason to walk again soon. */
  readonly vain: number;
  /** The head of the list shows what is new. */
  readonly newestFirst: boolean;
}

/** When the whole list is to be walked next; `now` when that is overdue. */
export function nextWalk(facts: WalkFacts): number {
  const { now, endedAt, calls } = facts;
  if (endedAt === null) return now;
  return Math.max(now, Math.min(endedAt, now) + pauseBefore(facts, calls));
}

function pauseBefore(facts: WalkFacts, calls: number): number {
  if (facts.hasty) return facts.tries > 0 ? 0 : Math.min(calls * SECOND, WALK_AFTER_MS);
  const fair = calls * WALK_PER_CALL_MS;
  if (facts.verdict === 'unproven' || facts.verdict === 'unprovable') {
    const doubled = SLOW_WALK_MS * 2 ** Math.min(8, Math.max(0, facts.vain - 3));
    return Math.max(fair, Math.min(doubled, WALK_AFTER_MS));
  }
  return Math.max(fair, facts.newestFirst ? WALK_AFTER_MS : WALK_UNORDERED_MS);
}
