import { nextPoll, type PollFacts } from './poll/nextPoll.ts';
import { nextWalk } from './poll/nextWalk.ts';
import type { Sweep } from './sweep/sweep.ts';

/** All that decides what is due. Times are milliseconds of one clock. */
export interface DueFacts extends Omit<PollFacts, 'wanted'> {
  /** A person stopped the loading. */
  readonly stopped: boolean;
  /** A new token is being tried: one poll, and nothing else. */
  readonly verifying: boolean;
  readonly wantsPoll: boolean;
  readonly wantsWalk: boolean;
  /** A walk, or a poll, is under way; the first page of all is. */
  readonly walking: boolean;
  readonly polling: boolean;
  readonly firstPage: boolean;
  /** When the last walk ended, null before the first one has. */
  readonly walkEndedAt: number | null;
  readonly sweep: Pick<Sweep, 'verdict' | 'hasty' | 'lastAnswers' | 'tries' | 'vain'>;
  readonly newestFirst: boolean;
  /** When the budget of calls lets the next one out: `now`, or later. */
  readonly opensAt: number;
}

/** What is due, and what screens are told of it. `now` is at once, null never. */
export interface Due {
  readonly walkAt: number | null;
  readonly pollAt: number | null;
  /** When something is to be done that no answer brings about. */
  readonly wakeAt: number | null;
  readonly nextCheckAt: number | null;
  readonly everyMs: number | null;
  readonly pacedUntil: number | null;
}

export const NOTHING_DUE: Due = {
  walkAt: null,
  pollAt: null,
  wakeAt: null,
  nextCheckAt: null,
  everyMs: null,
  pacedUntil: null,
};

/** What is due next. Pure. */
export function dueNext(facts: DueFacts): Due {
  const { now, halted, waitUntil, opensAt } = facts;
  const poll = nextPoll({ ...facts, wanted: facts.wantsPoll });
  const walkAt = facts.walking ? null : nextWalkAt(facts);
  const pollAt = facts.polling || facts.firstPage ? null : poll.at;
  const waits = waitUntil > now && !halted;
  const paced = opensAt > now ? opensAt : null;
  const busy = facts.polling || facts.walking;
  const wakes = [walkAt, pollAt, paced, waits && busy ? waitUntil : null].filter(isTime);
  return {
    walkAt,
    pollAt,
    wakeAt: wakes.length > 0 ? Math.min(...wakes) : null,
    nextCheckAt: waits ? waitUntil : poll.at,
    everyMs: poll.everyMs,
    pacedUntil: paced,
  };
}

function nextWalkAt(facts: DueFacts): number | null {
  const { now, walkEndedAt, stopped, sweep, waitUntil } = facts;
  const wanted = facts.wantsWalk || (walkEndedAt === null && !stopped);
  if (!facts.visible) return null;
  if (facts.halted || stopped || facts.verifying || (facts.paused && !wanted)) return null;
  if (wanted) return Math.max(now, waitUntil);
  const at = nextWalk({
    now,
    verdict: sweep.verdict,
    hasty: sweep.hasty,
    endedAt: walkEndedAt,
    calls: sweep.lastAnswers,
    tries: sweep.tries,
    vain: sweep.vain,
    newestFirst: facts.newestFirst,
  });
  return Math.max(at, waitUntil);
}

function isTime(at: number | null): at is number {
  return at !== null;
}
