import type { Verdict } from '../sweep/sweep.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** While builds are active, and otherwise. Milliseconds. */
export const QUICK_MS = 5 * SECOND;
export const QUIET_MS = 30 * SECOND;
/** A return within this time of the last poll does not poll again. Milliseconds. */
const JUST_NOW_MS = 2 * SECOND;
/** How far the pace is spread, so that many pages do not ask in step. */
const JITTER = 0.1;
/** A proven list is walked again after this time. Milliseconds. */
const WALK_AFTER_MS = 5 * MINUTE;
/** The same while the head does not show what is new. Milliseconds. */
const WALK_UNORDERED_MS = 30 * SECOND;
/** A large list is walked less often: its share of the rate budget stays small. Milliseconds. */
const WALK_PER_CALL_MS = 3 * SECOND;
const RETRY_FIRST_MS = 5 * SECOND;
const RETRY_LAST_MS = 5 * MINUTE;
const SLOW_WALK_MS = MINUTE;

/** All that decides when the list is polled next. Times are milliseconds of one clock. */
export interface PollFacts {
  readonly now: number;
  /** Visible to a person. */
  readonly visible: boolean;
  readonly paused: boolean;
  /** True after a failure that no waiting cures: only a person goes on. */
  readonly halted: boolean;
  /** A person asked, or came back: poll at once. */
  readonly wanted: boolean;
  /** When the head was last asked for, null before the first time. */
  readonly polledAt: number | null;
  /** Builds that are active and not stalled. */
  readonly active: number;
  /** Nothing goes out before this time: Retry-After, or the back-off after failures. */
  readonly waitUntil: number;
  /** Drawn once for each poll, in [0, 1). */
  readonly jitter: number;
}

export interface NextPoll {
  /** When to poll, null while hidden, paused or halted. Never before `now`. */
  readonly at: number | null;
  /** The pace as it stands, null with `at`. */
  readonly everyMs: number | null;
}

/** When to poll next. */
export function nextPoll(facts: PollFacts): NextPoll {
  const { now, polledAt } = facts;
  if (!facts.visible || facts.halted || (facts.paused && !facts.wanted)) {
    return { at: null, everyMs: null };
  }
  const everyMs = facts.active > 0 ? QUICK_MS : QUIET_MS;
  const spread = everyMs * (1 + JITTER * (2 * facts.jitter - 1));
  // A clock that was set back must not put the next poll years away.
  const since = polledAt === null ? null : Math.min(polledAt, now);
  const due = since === null || facts.wanted ? now : since + spread;
  return { at: Math.round(Math.max(now, due, facts.waitUntil)), everyMs };
}

/** True when a return to the page is worth a poll at once. */
export function worthAPoll(polledAt: number | null, now: number): boolean {
  return polledAt === null || now < polledAt || now - polledAt >= JUST_NOW_MS;
}

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
    const doubled = SLOW_WALK_MS * 2 ** Math.min(8, Math.max(0, facts.tries - 3));
    return Math.max(fair, Math.min(doubled, WALK_AFTER_MS));
  }
  return Math.max(fair, facts.newestFirst ? WALK_AFTER_MS : WALK_UNORDERED_MS);
}

/** The back-off after `failures` failures in a row, with half jitter; `random` in [0, 1). */
export function backOff(failures: number, random: number): number {
  const most = Math.min(RETRY_LAST_MS, RETRY_FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(most / 2 + (most / 2) * random);
}
