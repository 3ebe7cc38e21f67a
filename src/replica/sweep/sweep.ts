import { SeenRows } from './SeenRows.ts';
import { nextAsk } from './steps.ts';
import {
  type Ask,
  FIRST_LIMIT,
  isWhole,
  type PageFacts,
  startWalk,
  type Walk,
  walkFailed,
  walkReceived,
} from './walk.ts';

/** The largest page asked for, and the sizes to fall back to when the server refuses it. */
const LARGEST_LIMIT = 1000;
const SMALLER_LIMITS = [250, FIRST_LIMIT];
/** Walks in a row that may fail to prove the list before it is called incomplete. */
const MOST_WALKS = 3;
/** Proven walks that must miss a row before it counts as gone. */
const GONE_AFTER_PROVEN = 2;
/** The same for walks that prove nothing, since the total lies: four sound ones, twelve others. */
const GONE_AFTER_WEIGHT = 12;
const SOUND_WEIGHT = 3;
/** Walks whose rows are counted together while the total stands still. */
const MOST_STEADY = 12;
const TINY_PAGE = 10;
/** Limits of tries in turn, as parts of what a page brings. */
const LIMIT_PARTS = [1, 0.89, 0.77, 0.94, 0.83];

/** The walk of rows of a copy, known before the first walk. Walks count from 2. */
const RESTORED = 1;

/** What came of the last walks. `sought`: not walked yet, or in doubt and to be walked again. */
export type Verdict = 'sought' | 'proven' | 'unproven' | 'unprovable';

/**
 * The whole search for the server's exact set: walk after walk until one proves it. Changed only
 * by the functions of this file; it knows no clock and sends nothing.
 */
export interface Sweep {
  readonly seen: SeenRows;
  walk: Walk | null;
  walkNo: number;
  verdict: Verdict;
  /** Walks in a row that proved nothing. */
  tries: number;
  /** True when the next walk should not wait. */
  hasty: boolean;
  /** A proven walk missed rows, and the next one is to confirm that they are gone. */
  confirming: boolean;
  /** The largest limit that the server takes, and the rows that such a page brings. */
  largest: number;
  brings: number;
  /** The walks since which the total has not moved, and the rows seen since. */
  steady: { from: number; total: number | null; seen: number; moved: boolean };
  /** For rows that walks missed: how many proven ones, and the weight of all. */
  readonly missed: Map<number, { proven: number; weight: number }>;
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
export function restoreRows(sweep: Sweep, keys: Iterable<number>): void {
  for (const key of keys) sweep.seen.see(key, RESTORED, -1);
  sweep.total = sweep.seen.size;
}

/** Begins the next walk. `gently`: page 1 alone first, small, for the first paint. */
export function startSweepWalk(sweep: Sweep, gently: boolean): void {
  sweep.walkNo += 1;
  const limit = limitOf(sweep);
  sweep.walk = startWalk(sweep.walkNo, {
    limit,
    expect: sweep.brings,
    total: sweep.total,
    gently,
  });
  sweep.hasty = false;
  if (sweep.steady.moved || sweep.walkNo - sweep.steady.from >= MOST_STEADY) {
    sweep.steady = { from: sweep.walkNo, total: null, seen: 0, moved: false };
  }
}

/** Another limit for each try: page edges move, and a page kept by a proxy is not met again. */
function limitOf({ tries, brings, largest }: Sweep): number {
  if (tries === 0) return largest;
  const tiny = brings < TINY_PAGE || tries >= MOST_WALKS;
  if (tiny && tries % 2 === 0) return Math.min(largest, brings + tries);
  return Math.max(2, Math.floor(brings * (LIMIT_PARTS[tries % LIMIT_PARTS.length] ?? 1)));
}

/** The next call of the walk under way; null when there is none to make now. */
export function nextSweepAsk(sweep: Sweep): Ask | null {
  return sweep.walk ? nextAsk(sweep.walk) : null;
}

/** Notes that the ask was sent. */
export function sweepAsked(sweep: Sweep, ask: Ask): void {
  sweep.walk?.inFlight.push(ask);
}

/**
 * Takes an answer to any call; `walkNo` is the sweep's number when that call started. Returns the
 * rows that are now known to be gone, which is when a walk ends.
 */
export function sweepReceived(
  sweep: Sweep,
  ask: Ask,
  facts: PageFacts,
  walkNo: number,
): readonly number[] {
  const { seen, walk } = sweep;
  for (const key of facts.keys) {
    if (walkNo >= sweep.steady.from && seen.walkOf(key) < sweep.steady.from) {
      sweep.steady.seen += 1;
    }
    sweep.missed.delete(key);
  }
  if (walk && walkNo === walk.no && walk.phase !== 'done') {
    noteSteadyTotal(sweep, facts);
    walkReceived(walk, ask, facts, seen);
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
export function finishIfDone(sweep: Sweep): readonly number[] {
  const { walk } = sweep;
  if (!walk) return [];
  if (walk.inFlight.length === 0) nextAsk(walk);
  if (walk.phase !== 'done') return [];
  sweep.walk = null;
  return judge(sweep, walk);
}

/** Takes the failure of a call; a large page that fails is asked for in smaller ones. */
export function sweepFailed(sweep: Sweep, ask: Ask, lasting: boolean): void {
  const { walk } = sweep;
  if (!walk) return;
  walkFailed(walk, ask);
  const smaller = SMALLER_LIMITS.find((limit) => limit < ask.limit);
  if (smaller === undefined || ask.limit < walk.limit) return;
  walk.limit = smaller;
  walk.expect = Math.min(walk.expect, smaller);
  walk.learnt = false;
  if (lasting) sweep.largest = Math.min(sweep.largest, smaller);
}

/** Forgets a row: it is known by another key, or was removed. */
export function forgetRow(sweep: Sweep, key: number): void {
  if (sweep.seen.walkOf(key) >= sweep.steady.from) sweep.steady.seen -= 1;
  if (sweep.walk && sweep.seen.walkOf(key) === sweep.walk.no) sweep.walk.seen -= 1;
  sweep.seen.drop(key);
  sweep.missed.delete(key);
}

/** Something does not add up (a total, a lost row): the proof is void, walk again. */
export function doubtSweep(sweep: Sweep): void {
  if (sweep.verdict !== 'proven') return;
  sweep.verdict = 'sought';
  sweep.tries = 0;
  sweep.hasty = true;
}

function noteSteadyTotal(sweep: Sweep, facts: PageFacts): void {
  const { steady } = sweep;
  if (steady.total === null) steady.total = facts.total;
  if (facts.total === null || facts.total !== steady.total) steady.moved = true;
}

function judge(sweep: Sweep, walk: Walk): readonly number[] {
  const reliable = walk.closed && !walk.repeating && walk.jumps === 0;
  const sound = reliable && isWhole(walk);
  // Pages of one row share none with a neighbour: there only agreement shows soundness.
  const lone = reliable && walk.expect <= 1;
  const counted = sound && walk.closeTotal !== null && walk.seen === walk.closeTotal;
  const steady = walk.closed && !sweep.steady.moved && sweep.steady.seen === sweep.steady.total;
  const agreed =
    (sound || lone) &&
    walk.closeTotal === null &&
    walk.seen === sweep.lastSeen &&
    walk.seenAgain === walk.seen;
  const empty = walk.seen === 0 && walk.closed && (walk.total ?? 0) === 0;
  const proven = counted || steady || agreed || empty;

  if (!sweep.steady.moved && sweep.steady.seen > (sweep.steady.total ?? Infinity)) {
    sweep.steady.moved = true;
  }
  sweep.lastSeen = sound || lone ? walk.seen : -1;
  sweep.lastAnswers = walk.answers;
  sweep.total = walk.total;
  if (walk.learnt) sweep.brings = Math.min(sweep.largest, walk.expect);
  const since = steady && !counted ? sweep.steady.from : walk.no;
  const gone = proven || reliable ? missedBy(sweep, since, { proven, sound }) : [];
  for (const key of gone) forgetRow(sweep, key);

  // Rows that one proven walk missed keep the list in doubt until a second one confirms it.
  if (proven && sweep.missed.size === 0) {
    sweep.verdict = 'proven';
    sweep.hasty = false;
    sweep.confirming = false;
    sweep.tries = 0;
    return gone;
  }
  sweep.tries += 1;
  sweep.confirming = proven && !sweep.confirming;
  sweep.hasty = sweep.confirming || sweep.tries < MOST_WALKS;
  if (!sweep.hasty) sweep.verdict = walk.repeating ? 'unprovable' : 'unproven';
  return gone;
}

function missedBy(sweep: Sweep, since: number, walk: { proven: boolean; sound: boolean }) {
  const gone: number[] = [];
  for (const key of sweep.seen.unseenSince(since)) {
    const before = sweep.missed.get(key) ?? { proven: 0, weight: 0 };
    const now = {
      proven: before.proven + (walk.proven ? 1 : 0),
      weight: before.weight + (walk.sound ? SOUND_WEIGHT : 1),
    };
    sweep.missed.set(key, now);
    if (now.proven >= GONE_AFTER_PROVEN || now.weight >= GONE_AFTER_WEIGHT) gone.push(key);
  }
  return gone;
}
