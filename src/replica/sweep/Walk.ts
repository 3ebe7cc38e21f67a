import type { Ask } from './Ask.ts';
import type { Stretch } from './cover.ts';
import { PageChains } from './PageChains.ts';

/**
 * One walk over the list: `reading` until every position is covered, `mending` the places where
 * neighbours share no row, `closing` the head, `done`. It knows no clock and sends nothing, so
 * the same answers in the same order always give the same walk.
 */
export type Walk = Readonly<WalkState>;

/** A walk as `changeWalk.ts` sees it, the one file that changes it. */
export interface WalkState {
  readonly no: number;
  phase: 'reading' | 'mending' | 'closing' | 'done';
  /** The limit to ask for, and the rows that such a page is expected to bring. */
  limit: number;
  expect: number;
  /** True once an answer taught what to expect. */
  learnt: boolean;
  /** True when the first page is asked for alone. */
  readonly gently: boolean;
  inFlight: readonly Ask[];
  answers: number;
  readonly chains: PageChains;
  cover: readonly Stretch[];
  /** Where the list is known to end, Infinity while unknown. */
  endAt: number;
  /** The total as last said, how far it moved, and whether rows came from past it. */
  total: number | null;
  leastTotal: number;
  mostTotal: number;
  totalTooLow: boolean;
  /** Rows seen, and how many of them the walk before saw too. */
  seen: number;
  seenAgain: number;
  barren: number;
  /** The server went on giving rows that it had given before. */
  repeating: boolean;
  /** Rows met again farther away than the list has moved: pages were repeated. */
  jumps: number;
  /** Positions where an overlapping page did not get on: asked again without overlap. */
  stuck: ReadonlySet<number>;
  /** Offsets tried to join what does not hang together. */
  mends: ReadonlySet<number>;
  /** The closing of the head: where to read on, pages read, the total they agree on. */
  closeAt: number;
  closings: number;
  /** The page that the closing began with, -1 before. */
  closeHead: number;
  closeTotal: number | null;
  /** True once the head was read again and brought nothing new. */
  closed: boolean;
}

/** A new walk. `expect` and `total` are what is known of the list from before. */
export function startWalk(
  no: number,
  { limit, expect, total, gently }: Pick<Walk, 'limit' | 'expect' | 'total' | 'gently'>,
): Walk {
  return {
    no,
    phase: 'reading',
    limit,
    expect: Math.min(limit, expect),
    gently,
    inFlight: [],
    answers: 0,
    chains: new PageChains(),
    cover: [],
    endAt: Infinity,
    total,
    leastTotal: Infinity,
    mostTotal: 0,
    totalTooLow: false,
    jumps: 0,
    seen: 0,
    seenAgain: 0,
    barren: 0,
    repeating: false,
    stuck: new Set(),
    learnt: false,
    mends: new Set(),
    closeAt: 0,
    closings: 0,
    closeHead: -1,
    closeTotal: null,
    closed: false,
  };
}

/** True when the pages from the top as last read down to the end hang together. */
export function isWhole(walk: Walk): boolean {
  if (walk.answers === 1) return true;
  return walk.closed && walk.jumps === 0 && walk.chains.reachesEnd(walk.closeHead);
}
