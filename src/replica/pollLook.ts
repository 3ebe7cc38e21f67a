import { type Ask, FIRST_LIMIT, overlapOf } from './sweepWalk.ts';

/** Pages that a look at the head may take before a whole walk is the better way. */
const MOST_PAGES = 8;

/** One look at the head of the list: page after page until one holds a build that is known. */
export interface Look {
  readonly next: Ask | null;
  readonly pages: number;
  /** The total as last said, null when not said. */
  readonly total: number | null;
  /** False when the news went on further than a look reads. */
  readonly reached: boolean;
}

export interface LookAnswer {
  readonly received: number;
  /** Rows of the answer that were held before it came. */
  readonly known: number;
  readonly total: number | null;
}

/** A look that begins. */
export function startLook(): Look {
  return { next: { offset: 0, limit: FIRST_LIMIT }, pages: 0, total: null, reached: false };
}

/** The look after its page came: over, or with the page to ask for next (at most `limit` rows). */
export function continueLook(look: Look, answer: LookAnswer, limit: number): Look {
  const pages = look.pages + 1;
  const { total } = answer;
  const end = (look.next?.offset ?? 0) + answer.received;
  const reached = answer.known > 0 || answer.received === 0 || end === total;
  if (reached || pages >= MOST_PAGES) return { next: null, pages, total, reached };
  const offset = Math.max(1, end - overlapOf(answer.received));
  return { next: { offset, limit }, pages, total, reached };
}
