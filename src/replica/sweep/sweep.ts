import { type Ask, FIRST_LIMIT, type PageFacts } from './Ask.ts';
import {
  nextAsk,
  shrinkWalk,
  walkAsked,
  walkFailed,
  walkForgot,
  walkReceived,
} from './changeWalk.ts';
import { judgeWalk } from './judgeWalk.ts';
import { type MissedRows, missedBy } from './missedBy.ts';
import { SeenRows } from './SeenRows.ts';
import { startWalk, type Walk } from './Walk.ts';
import { MOST_WALKS, walkLimit } from './walkLimit.ts';

/** The largest page asked for, and the sizes to fall back to when the server refuses it. */
const LARGEST_LIMIT = 1000;
const SMALLER_LIMITS = [250, FIRST_LIMIT];
/** Walks whose rows are counted together while the total stands still. */
const MOST_STEADY = 12;
/** What stands for the walk of rows of a copy. Walks count from 2. */
const RESTORED = 1;

/** What came of the last walks. `sought`: not walked yet, or in doubt and to be walked again. */
export type Verdict = 'sought' | 'proven' | 'unproven' | 'unprovable';

/**
 * The whole search for the server's exact set: walk after walk until one proves it. It knows no
 * clock and sends nothing.
 */
export type Sweep = Readonly<SweepState>;

/** A sweep as this file sees it, the one that changes it. */
interface SweepState {
  readonly seen: SeenRows;
  walk: Walk | null;
  walkNo: number;
  verdict: Verdict;
  /** Walks in a row that proved nothing. */
  tries: number;
  /** Walks in a row that gave no reason to walk again soon. */
  vain: number;
  /** True when the next walk should not wait. */
  hasty: boolean;
  /** A proven walk missed rows, and the next one is to confirm that they are gone. */
  confirming: boolean;
  /** The largest limit that the server takes, and the rows that such a page brings. */
  largest: number;
  brings: number;
  /** The walks since which the total has not moved, and the rows seen since. */
  steady: { from: number; total: number | null; seen: number; moved: boolean };
  readonly missed: MissedRows;
  /** Rows of the walk before, -1 when it did not come to an end. */
  lastSeen: number;
  /** Calls that the last walk took. */
  lastAnswers: number;
  /** The total as the last walk heard it. */
  total: number | null;
}

/** A sweep that has not begun. */
export function newSweep(): Sweep {
  return {
    seen: new SeenRows(),
    walk: null,
    walkNo: RESTORED,
    verdict: 'sought',
    tries: 0,
    vain: 0,
    hasty: true,
    confirming: false,
    largest: LARGEST_LIMIT,
    brings: LARGEST_LIMIT,
    steady: { from: RESTORED + 1, total: null, seen: 0, moved: true },
    missed: new Map(),
    lastSeen: -1,
    lastAnswers: 0,
    total: null,
  };
}

/**
 * Takes the rows of a copy: walks confirm or miss them. The list is
 * taken to be about as long, so that a walk does not ask far past its end.
 */
export function restoreRows(sweep: SweepState, keys: Iterable<number>): void {
  for (const key of keys) sweep.seen.see(key, RESTORED, -1);
  sweep.total = sweep.seen.size;
}

/** Gives the rows other keys, while no walk is under way: `to` tells the new one. */
export function renumberSweep(sweep: SweepState, to: (key: number) => number): void {
  sweep.seen.renumber(to);
  const missed = [...sweep.missed];
  sweep.missed.clear();
  for (const [key, count] of missed) sweep.missed.set(to(key), count);
}

/** Begins the next walk. `gently`: page 1 alone first, small, for the first paint. */
export function startSweepWalk(sweep: SweepState, gently: boolean): void {
  sweep.walkNo += 1;
  const limit = walkLimit(sweep);
  sweep.walk = startWalk(sweep.walkNo, {
    limit,
    expect: sweep.brings,
    total: sweep.total,
    gently,
  });
  sweep.hasty = false;
  // Rows that were counted for one proof may be gone since, as many as came: they prove no other.
  const over = sweep.verdict === 'proven' || sweep.walkNo - sweep.steady.from >= MOST_STEADY;
  if (sweep.steady.moved || over) {
    sweep.steady = { from: sweep.walkNo, total: null, seen: 0, moved: false };
  }
}

/** The next call of the walk under way; null when there is none to make now. */
export function nextSweepAsk(sweep: SweepState): Ask | null {
  return sweep.walk ? nextAsk(sweep.walk) : null;
}

/** Notes that the ask was sent. */
export function sweepAsked(sweep: SweepState, ask: Ask): void {
  if (sweep.walk) walkAsked(sweep.walk, ask);
}

/**
 * Takes an answer to any call; `walkNo` is the sweep's number when that call started. Returns the
 * rows that are now known to be gone, which is when a walk ends.
 */
export function sweepReceived(
  sweep: SweepState,
  ask: Ask,
  facts: PageFacts,
  walkNo: number,
): readonly number[] {
  const { seen, walk } = sweep;
  // The proof counts different rows: one that comes twice on a page is one.
  const keys = new Set(facts.keys);
  for (const key of keys) {
    if (walkNo >= sweep.steady.from && seen.walkOf(key) < sweep.steady.from) {
      sweep.steady.seen += 1;
    }
    sweep.missed.delete(key);
  }
  if (walk && walkNo === walk.no && walk.phase !== 'done') {
    noteSteadyTotal(sweep, facts);
    walkReceived(walk, ask, { ...facts, keys: [...keys] }, seen);
    return finishIfDone(sweep);
  }
  for (const key of facts.keys) {
    if (seen.walkOf(key) < walkNo) seen.see(key, walkNo, -1);
  }
  return [];
}

/**
 * Moves a walk on that needs no more answers. Returns the rows known to be gone. Call it when
 * `nextSweepAsk` gave null.
 */
export function finishIfDone(sweep: SweepState): readonly number[] {
  const { walk } = sweep;
  if (!walk) return [];
  if (walk.inFlight.length === 0) nextAsk(walk);
  if (walk.phase !== 'done') return [];
  sweep.walk = null;
  return judge(sweep, walk);
}

/** Takes the failure of a call; a large page that fails is asked for in smaller ones. */
export function sweepFailed(sweep: SweepState, ask: Ask, lasting: boolean): void {
  const { walk } = sweep;
  if (!walk) return;
  walkFailed(walk, ask);
  const smaller = SMALLER_LIMITS.find((limit) => limit < ask.limit);
  if (smaller === undefined || ask.limit < walk.limit) return;
  shrinkWalk(walk, smaller);
  if (lasting) sweep.largest = Math.min(sweep.largest, smaller);
}

/** Forgets a row: it is known by another key, or was removed. */
export function forgetRow(sweep: SweepState, key: number): void {
  if (sweep.seen.walkOf(key) >= sweep.steady.from) sweep.steady.seen -= 1;
  if (sweep.walk && sweep.seen.walkOf(key) === sweep.walk.no) walkForgot(sweep.walk);
  sweep.seen.drop(key);
  sweep.missed.delete(key);
}

/** Something does not add up (a total, a lost row): the proof is void, walk again. */
export function doubtSweep(sweep: SweepState): void {
  if (sweep.verdict !== 'proven') return;
  sweep.verdict = 'sought';
  sweep.tries = 0;
  sweep.hasty = true;
}

function noteSteadyTotal(sweep: SweepState, facts: PageFacts): void {
  const { steady } = sweep;
  if (steady.total === null) steady.total = facts.total;
  if (facts.total === null || facts.total !== steady.total) steady.moved = true;
}

/** Takes what a walk that is done shows. Returns the rows that are now known to be gone. */
function judge(sweep: SweepState, walk: Walk): readonly number[] {
  const judgement = judgeWalk(walk, sweep);
  const { proven, sound, reliable } = judgement;
  if (!sweep.steady.moved && sweep.steady.seen > (sweep.steady.total ?? Infinity)) {
    sweep.steady.moved = true;
  }
  sweep.lastSeen = judgement.comparable ? walk.seen : -1;
  sweep.lastAnswers = walk.answers;
  sweep.total = walk.total;
  if (walk.learnt) sweep.brings = Math.min(sweep.largest, walk.expect);
  const gone = proven || reliable ? missedBy(judgement, sweep.seen, sweep.missed) : [];
  for (const key of gone) forgetRow(sweep, key);

  // Rows that one proven walk missed keep the list in doubt until a second one confirms it.
  if (proven && sweep.missed.size === 0) {
    sweep.verdict = 'proven';
    sweep.hasty = false;
    sweep.confirming = false;
    sweep.tries = 0;
    sweep.vain = 0;
    return gone;
  }
  sweep.tries += 1;
  // A list that moves is not proven, but what sound walks of it miss is soon known to be gone.
  const fruitful = sweep.missed.size > 0 && (proven || (sound && sweep.steady.moved));
  sweep.vain = fruitful ? 0 : sweep.vain + 1;
  sweep.confirming = proven && !sweep.confirming;
  sweep.hasty = sweep.confirming || sweep.tries < MOST_WALKS;
  if (!sweep.hasty) sweep.verdict = walk.repeating ? 'unprovable' : 'unproven';
  return gone;
}
