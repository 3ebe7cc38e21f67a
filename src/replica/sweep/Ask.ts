/** One call for a page. */
export interface Ask {
  readonly offset: number;
  readonly limit: number;
}

/** What an answer says to a walk. */
export interface PageFacts {
  /** The rows of the answer as small integers. */
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
export const OVERLAP = 5;

/** How many rows to share with the neighbour, for pages of this size. */
export function overlapOf(expect: number): number {
  return expect <= 1 ? 0 : Math.min(OVERLAP, Math.ceil(expect / 4));
}
