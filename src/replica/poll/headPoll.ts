import { type Ask, FIRST_LIMIT, overlapOf } from '../sweep/Ask.ts';

/** Pages that a poll of the head may take before a whole walk is the better way. */
const MOST_PAGES = 8;

/** A poll of the head of the list: page after page until one holds a build that is known. */
export interface HeadPoll {
  readonly next: Ask | null;
  readonly pages: number;
  /** The total as last said, null when not said. */
  readonly total: number | null;
  /** Rows that this poll brought: its own overlap is nothing known. */
  readonly news: ReadonlySet<number>;
  /** False when the news went on further than a poll reads. */
  readonly reached: boolean;
}

export interface HeadAnswer {
  readonly received: number;
  readonly rows: readonly number[];
  /** Those of them that were not known before the answer came. */
  readonly added: readonly number[];
  readonly total: number | null;
}

/** A poll that begins. */
export function startHeadPoll(): HeadPoll {
  return {
    next: { offset: 0, limit: FIRST_LIMIT },
    pages: 0,
    total: null,
    news: new Set(),
    reached: false,
  };
}

/** The poll after its page came: over, or with the page to ask for next (at most `limit` rows). */
export function continueHeadPoll(poll: HeadPoll, answer: HeadAnswer, limit: number): HeadPoll {
  const pages = poll.pages + 1;
  const { total } = answer;
  const end = (poll.next?.offset ?? 0) + answer.received;
  const news = new Set([...poll.news, ...answer.added]);
  const known = answer.rows.some((row) => !news.has(row));
  const reached = known || answer.received === 0 || end === total;
  if (reached || pages >= MOST_PAGES) return { next: null, pages, total, news, reached };
  const offset = Math.max(1, end - overlapOf(answer.received));
  return { next: { offset, limit }, pages, total, news, reached };
}
