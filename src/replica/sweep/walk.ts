import { firstGap, type Stretch, withStretch } from './cover.ts';
import { PageChains } from './PageChains.ts';
import type { SeenRows } from './SeenRows.ts';

/** One call for a page. */
export interface Ask {
  readonly offset: number;
  readonly limit: number;
}

/** What an answer says to a walk. */
export interface PageFacts {
  /** The rows of the answer as small integers, each once. */
  readonly keys: readonly number[];
  /** Rows in the answer, repeats and unreadable ones included. */
  readonly received: number;
  /** The server's count, null when it did not say. */
  readonly total: number | null;
  /** The limit that the server says it used. */
  readonly limit: number;
}

/** The first page of all: small, so that it paints at once. */
export const FIRST_LIMIT = 100;
/** Rows that neighbouring pages share. */
const OVERLAP = 5;
/** Answers in a row without a new row that end a walk: of large pages, small ones, past the total. */
const MOST_BARREN = 6;
const MOST_BARREN_SMALL = 24;
const MOST_BARREN_PAST = 4;
const SMALL_PAGE = 20;
const MOST_CLOSING = 12;

/**
 * One walk over the list: `reading` until every position is covered, `mending` the places where
 * neighbours share no row, `closing` the head, `done`. A walk is changed only by the functions
 * of this file; it knows no clock and sends nothing, so the same answers in the same order always
 * give the same walk.
 */
export interface Walk {
  readonly no: number;
  phase: 'reading' | 'mending' | 'closing' | 'done';
  /** The limit to ask for, and the rows that such a page is expected to bring. */
  limit: number;
  expect: number;
  /** True once an answer taught what to expect. */
  learnt: boolean;
  /** True when the first page is asked for alone. */
  readonly gently: boolean;
  inFlight: Ask[];
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
  readonly stuck: Set<number>;
  /** Offsets asked for to join what does not hang together. */
  readonly mends: Set<number>;
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

/** How many rows to share with the neighbour, for pages of this size. */
export function overlapOf(expect: number): number {
  return expect <= 1 ? 0 : Math.min(OVERLAP, Math.ceil(expect / 4));
}

/**
 * Takes the answer to one of the walk's asks, or to any other call that started after the walk
 * did (a poll): its rows count as seen either way.
 */
export function walkReceived(walk: Walk, ask: Ask, facts: PageFacts, rows: SeenRows): void {
  const own = walk.inFlight.includes(ask);
  walk.inFlight = walk.inFlight.filter((one) => one !== ask);
  if (walk.phase === 'done') return;
  walk.answers += 1;

  const to = ask.offset + facts.received;
  noteTotal(walk, facts.total, to, facts.received);
  const full = facts.received >= Math.min(ask.limit, expectOf(walk, ask, facts));
  const atEnd = facts.total !== null && to === facts.total && !full;
  const news = see(walk, ask, facts, rows, atEnd || (facts.total !== null && to >= facts.total));

  if (facts.received === 0) {
    walk.endAt = Math.min(walk.endAt, ask.offset);
    // A page that was read earlier may have ended elsewhere: where there is a count, only a page
    // that its own count puts at the end is the end.
    if (facts.total === null) walk.chains.markEnd(walk.chains.lowest());
  } else {
    const aim = firstGap(walk.cover, ask.offset).from;
    walk.cover = withStretch(walk.cover, { from: ask.offset, to });
    if (aim >= to) walk.stuck.add(aim);
    if (atEnd) walk.endAt = Math.min(walk.endAt, to);
    else learnPageSize(walk, ask, facts);
  }
  if (!own) return;
  if (walk.phase === 'reading') readingGot(walk, ask, facts.received, news);
  else if (walk.phase === 'closing') closingGot(walk, ask, facts, news);
}

/** True when the pages from the top as last read down to the end hang together. */
export function isWhole(walk: Walk): boolean {
  if (walk.answers === 1) return true;
  return walk.closed && walk.jumps === 0 && walk.chains.reachesEnd(walk.closeHead);
}

/** Takes the failure of one of the walk's asks: what it asked for is asked again. */
export function walkFailed(walk: Walk, ask: Ask): void {
  walk.inFlight = walk.inFlight.filter((one) => one !== ask);
}

/** Marks the rows, and joins the page to those that share one. Returns the rows new to the walk. */
function see(walk: Walk, ask: Ask, facts: PageFacts, rows: SeenRows, end: boolean): number {
  if (facts.received === 0) return 0;
  const page = walk.chains.add({
    head: ask.offset === 0,
    end,
    from: ask.offset,
    to: ask.offset + facts.received,
  });
  let news = 0;
  for (const key of facts.keys) {
    const before = rows.walkOf(key);
    if (before === walk.no) {
      if (walk.chains.distance(rows.pageOf(key), page) > movedBy(walk)) walk.jumps += 1;
      walk.chains.join(rows.pageOf(key), page);
    } else {
      news += 1;
      if (before === walk.no - 1) walk.seenAgain += 1;
    }
    rows.see(key, walk.no, page);
  }
  walk.seen += news;
  return news;
}

/** How far a row may have moved while the walk went on. */
function movedBy(walk: Walk): number {
  if (walk.total === null) return walk.expect;
  return OVERLAP + Math.max(0, walk.mostTotal - walk.leastTotal);
}

function noteTotal(walk: Walk, total: number | null, to: number, received: number): void {
  if (total !== null && received > 0 && to > total) walk.totalTooLow = true;
  walk.total = total;
  if (total === null) return;
  walk.leastTotal = Math.min(walk.leastTotal, total);
  walk.mostTotal = Math.max(walk.mostTotal, total);
}

function expectOf(walk: Walk, ask: Ask, facts: PageFacts): number {
  return ask.limit === walk.limit ? Math.min(walk.expect, facts.limit || walk.expect) : ask.limit;
}

/** The server may cap the limit: the rows that came, and came not for lack of more, teach it. */
function learnPageSize(walk: Walk, ask: Ask, facts: PageFacts): void {
  if (ask.limit !== walk.limit) return;
  const more = facts.total === null || ask.offset + facts.received < facts.total;
  if (!more || ask.offset + facts.received >= walk.endAt) return;
  walk.expect = walk.learnt ? Math.max(walk.expect, facts.received) : facts.received;
  walk.learnt = true;
}

function readingGot(walk: Walk, ask: Ask, received: number, news: number): void {
  if (news > 0) walk.barren = 0;
  else if (received > 0) walk.barren += 1;
  const full = received >= walk.expect;
  const past = walk.total !== null && ask.offset >= walk.total && full;
  const most = walk.expect < SMALL_PAGE ? MOST_BARREN_SMALL : MOST_BARREN;
  if (walk.endAt === Infinity && walk.barren >= (past ? MOST_BARREN_PAST : most)) {
    walk.repeating = true;
    // What is still under way belongs to the reading: it is no answer to the closing.
    walk.inFlight = [];
    walk.phase = 'closing';
  }
}

function closingGot(walk: Walk, ask: Ask, facts: PageFacts, news: number): void {
  walk.closings += 1;
  const moved = ask.offset > 0 && facts.total !== walk.closeTotal;
  walk.closeTotal = facts.total;
  if (ask.offset === 0) walk.closeHead = facts.received > 0 ? walk.chains.last : -1;
  // Rows may be known from a page that hangs together with nothing: read on until one does.
  const joined = !walk.chains.whole || walk.chains.reachesEnd(walk.closeHead);
  if (moved) walk.closeAt = 0;
  else if (facts.received === 0 || (news === 0 && joined)) walk.closed = true;
  else walk.closeAt = Math.max(1, ask.offset + facts.received - overlapOf(facts.received));
  if (walk.closed || walk.closings >= MOST_CLOSING) walk.phase = 'done';
}
