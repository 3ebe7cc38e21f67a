import type { Ending } from './SeenStatuses.ts';

/** Between two notifications, so that a burst is one. Milliseconds. */
export const NOTICE_EVERY_MS = 30_000;
/** After so long without a look at the list what follows is one digest. Milliseconds. */
export const CATCH_UP_MS = 5 * 60_000;

/** Builds by how they ended. */
export type Endings = Readonly<Record<Ending, number>>;

export const NO_ENDINGS: Endings = { finished: 0, failed: 0, cancelled: 0 };

/** What is to be told: once for all that happened since the notice before. */
export interface WatchNotice {
  readonly endings: Endings;
  /** What pushes that are watched came to, a line each. */
  readonly lines: readonly string[];
  /** It is about a time in which nobody looked. */
  readonly digest: boolean;
}

/** One look at the list, and what of it is watched. */
export interface WatchLook {
  /** Milliseconds of a clock that a sleep of the machine does not stop. */
  readonly now: number;
  /** Nothing of the list is under way: what there was to catch up with is here. */
  readonly settled: boolean;
  /** Watched builds that ended since the look before. */
  readonly endings: Endings;
  readonly lines: readonly string[];
}

/** What is known between two looks. */
export interface WatchMemory {
  readonly lookedAt: number | null;
  readonly toldAt: number | null;
  readonly catchingUp: boolean;
  readonly waiting: WatchNotice;
}

const NOTHING: WatchNotice = { endings: NO_ENDINGS, lines: [], digest: false };

/** Before the first look: a page that was loaded has to catch up. */
export const NEW_MEMORY: WatchMemory = {
  lookedAt: null,
  toldAt: null,
  catchingUp: true,
  waiting: NOTHING,
};

export interface WatchDecision {
  readonly memory: WatchMemory;
  /** Null: nothing is told now. */
  readonly notice: WatchNotice | null;
  /** When to look again for the sake of what waits; null: nothing waits for a time. */
  readonly againAt: number | null;
}

/**
 * What to tell after a look. What happens in a time is gathered: one notice each 30 s at most, and
 * one digest after a load, and after more than 5 min without a look, once all is caught up with.
 */
export function decideWatch(memory: WatchMemory, look: WatchLook): WatchDecision {
  const { now, settled } = look;
  const slept = memory.lookedAt !== null && now - memory.lookedAt > CATCH_UP_MS;
  const catchingUp = memory.catchingUp || slept;
  const waiting: WatchNotice = {
    endings: sumEndings(memory.waiting.endings, look.endings),
    lines: [...memory.waiting.lines, ...look.lines],
    digest: catchingUp || memory.waiting.digest,
  };
  const rest = { ...memory, lookedAt: now, catchingUp: catchingUp && !settled };
  if (isNothing(waiting)) {
    return { memory: { ...rest, waiting: NOTHING }, notice: null, againAt: null };
  }
  if (rest.catchingUp) return { memory: { ...rest, waiting }, notice: null, againAt: null };
  // A clock that was set back must not silence it for years.
  const since = memory.toldAt === null ? Number.POSITIVE_INFINITY : now - memory.toldAt;
  if (since >= 0 && since < NOTICE_EVERY_MS) {
    const againAt = now - since + NOTICE_EVERY_MS;
    return { memory: { ...rest, waiting }, notice: null, againAt };
  }
  return { memory: { ...rest, toldAt: now, waiting: NOTHING }, notice: waiting, againAt: null };
}

/** Both together. */
export function sumEndings(a: Endings, b: Endings): Endings {
  return {
    finished: a.finished + b.finished,
    failed: a.failed + b.failed,
    cancelled: a.cancelled + b.cancelled,
  };
}

function isNothing({ endings, lines }: WatchNotice): boolean {
  return endings.finished + endings.failed + endings.cancelled === 0 && lines.length === 0;
}
