const SECOND = 1000;

/** While builds are active, and otherwise. Milliseconds. */
export const QUICK_MS = 5 * SECOND;
export const QUIET_MS = 30 * SECOND;
/** While nobody sees the page and something is watched. Milliseconds. */
export const UNSEEN_MS = 60 * SECOND;
/** A return within this time of the last poll does not poll again. Milliseconds. */
const JUST_NOW_MS = 2 * SECOND;
/** How far the pace is spread, so that many pages do not ask in step. */
const JITTER = 0.1;

/** All that decides when the list is polled next. Times are milliseconds of one clock. */
export interface PollFacts {
  readonly now: number;
  /** Visible to a person. */
  readonly visible: boolean;
  /** Something is watched, also while nobody sees the page: then it is looked at slowly. */
  readonly watching: boolean;
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

interface NextPoll {
  /** When to poll, null while hidden, paused or halted. Never before `now`. */
  readonly at: number | null;
  /** The pace as it stands, null with `at`. */
  readonly everyMs: number | null;
}

/** When to poll next. */
export function nextPoll(facts: PollFacts): NextPoll {
  const { now, polledAt } = facts;
  const unseen = !facts.visible;
  if ((unseen && !facts.watching) || facts.halted || (facts.paused && !facts.wanted)) {
    return { at: null, everyMs: null };
  }
  const seenMs = facts.active > 0 ? QUICK_MS : QUIET_MS;
  const everyMs = unseen ? UNSEEN_MS : seenMs;
  // One tab of all asks then: it is in step with nobody.
  const spread = unseen ? everyMs : everyMs * (1 + JITTER * (2 * facts.jitter - 1));
  // A clock that was set back must not put the next poll years away.
  const since = polledAt === null ? null : Math.min(polledAt, now);
  const due = since === null || facts.wanted ? now : since + spread;
  return { at: Math.round(Math.max(now, due, facts.waitUntil)), everyMs };
}

/** True when a return to the page is worth a poll at once. */
export function worthAPoll(polledAt: number | null, now: number): boolean {
  return polledAt === null || now < polledAt || now - polledAt >= JUST_NOW_MS;
}
