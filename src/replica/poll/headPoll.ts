import { type Ask, FIRST_LIMIT, overlapOf } from '../sweep/walk.ts';

/** Pages that a look at the head may take before a whole walk is the better way. */
const MOST_PAGES = 8;

/** One look at the head of the list: page after page until one holds a build that is known. */
export interface Look {
  readonly next: Ask | null;
  readonly pages: number;
  /** The total as last said, null when not said. */
  readonly total: number | null;
  /** Rows that this look brought: its own overlap is nothing known. */
  readonly news: ReadonlySet<number>;
  /** False when the news went on further than a look reads. */
  readonly reached: boolean;
}

export interface LookAnswer {
  readonly received: number;
  readonly rows: readonly number[];
  /** Those of them that were not held before the answer came. */
  readonly added: readonly number[];
  readonly total: number | null;
}

/** A look that begins. */
export function startLook(): Look {
  return {
    next: { offset: 0, limit: FIRST_LIMIT },
    pages: 0,
    total: null,
    news: new Set(),
    reached: false,
  };
}

/** The look after its page came: over, or with the page to ask for next (at most `limit` rows). */
export function continueLook(look: Look, answer: LookAnswer, limit: number): Look {
  const pages = look.pages + 1;
  const { total } = answer;
  const end = (look.next?.offset ?? 0) + answer.received;
  const news = new Set([...look.news, ...answer.added]);
  const known = answer.rows.some((row) => !news.has(row));
  const reached = known || answer.received === 0 || end === total;
  if (reached || pages >= MOST_PAGES) return { next: null, pages, total, news, reached };
  const offset = Math.max(1, end - overlapOf(answer.received));
  return { next: { offset, limit }, pages, total, news, reached };
}
