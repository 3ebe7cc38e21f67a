import { type Ask, OVERLAP, overlapOf, type PageFacts } from './Ask.ts';
import { firstGap, withStretch } from './cover.ts';
import { nextStep } from './nextStep.ts';
import type { SeenRows } from './SeenRows.ts';
import type { WalkState } from './Walk.ts';

/** Answers in a row without a new row that end a walk: of large pages, small ones, past the total. */
const MOST_BARREN = 6;
const MOST_BARREN_SMALL = 24;
const MOST_BARREN_PAST = 4;
const SMALL_PAGE = 20;
const MOST_CLOSING = 12;

/**
 * The next call that a walk needs, null when it waits for answers or is done. Moves the walk on
 * to its next phase where that needs no answer. Tell by `walkAsked` that it was sent, so that the
 * next one is planned beyond it.
 */
export function nextAsk(walk: WalkState): Ask | null {
  for (;;) {
    const step = nextStep(walk);
    if (step === null) return null;
    if (typeof step === 'object') {
      // Planned is tried, sent or not: a walk that does not hang together is soon walked again.
      if (walk.phase === 'mending') walk.mends = new Set([...walk.mends, step.offset]);
      return step;
    }
    walk.phase = step;
    if (step !== 'done') continue;
    // One answer that holds the whole list is its own proof.
    walk.closed = true;
    walk.closeTotal = walk.total;
  }
}

/** Notes that the ask was sent. */
export function walkAsked(walk: WalkState, ask: Ask): void {
  walk.inFlight = [...walk.inFlight, ask];
}

/**
 * Takes the answer to one of the walk's asks, or to any other call that started after the walk
 * did (a poll): its rows count as seen either way.
 */
export function walkReceived(walk: WalkState, ask: Ask, facts: PageFacts, rows: SeenRows): void {
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
    if (aim >= to) walk.stuck = new Set([...walk.stuck, aim]);
    if (atEnd) walk.endAt = Math.min(walk.endAt, to);
    else learnPageSize(walk, ask, facts);
  }
  if (!own) return;
  if (walk.phase === 'reading') readingGot(walk, ask, facts.received, news);
  else if (walk.phase === 'closing') closingGot(walk, ask, facts, news);
}

/** Takes the failure of one of the walk's asks: what it asked for is asked again. */
export function walkFailed(walk: WalkState, ask: Ask): void {
  walk.inFlight = walk.inFlight.filter((one) => one !== ask);
}

/** A row that the walk had seen is known by another key, or was removed. */
export function walkForgot(walk: WalkState): void {
  walk.seen -= 1;
}

/** Large pages failed: the walk goes on with smaller ones, of which nothing is known yet. */
export function shrinkWalk(walk: WalkState, limit: number): void {
  walk.limit = limit;
  walk.expect = Math.min(walk.expect, limit);
  walk.learnt = false;
}

/** Marks the rows, and joins the page to those that share one. Returns the rows new to the walk. */
function see(walk: WalkState, ask: Ask, facts: PageFacts, rows: SeenRows, end: boolean): number {
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
function movedBy(walk: WalkState): number {
  if (walk.total === null) return walk.expect;
  return OVERLAP + Math.max(0, walk.mostTotal - walk.leastTotal);
}

function noteTotal(walk: WalkState, total: number | null, to: number, received: number): void {
  if (total !== null && received > 0 && to > total) walk.totalTooLow = true;
  walk.total = total;
  if (total === null) return;
  walk.leastTotal = Math.min(walk.leastTotal, total);
  walk.mostTotal = Math.max(walk.mostTotal, total);
}

function expectOf(walk: WalkState, ask: Ask, facts: PageFacts): number {
  return ask.limit === walk.limit ? Math.min(walk.expect, facts.limit || walk.expect) : ask.limit;
}

/** The server may cap the limit: the rows that came, and came not for lack of more, teach it. */
function learnPageSize(walk: WalkState, ask: Ask, facts: PageFacts): void {
  if (ask.limit !== walk.limit) return;
  const more = facts.total === null || ask.offset + facts.received < facts.total;
  if (!more || ask.offset + facts.received >= walk.endAt) return;
  walk.expect = walk.learnt ? Math.max(walk.expect, facts.received) : facts.received;
  walk.learnt = true;
}

function readingGot(walk: WalkState, ask: Ask, received: number, news: number): void {
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

function closingGot(walk: WalkState, ask: Ask, facts: PageFacts, news: number): void {
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
