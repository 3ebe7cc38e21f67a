/** Walks in a row that may fail to prove the list before it is called incomplete. */
export const MOST_WALKS = 3;
const TINY_PAGE = 10;
/** Limits of tries in turn, as parts of what a page brings. */
const LIMIT_PARTS = [1, 0.89, 0.77, 0.94, 0.83];

interface LimitFacts {
  /** Walks in a row that proved nothing. */
  readonly tries: number;
  /** The largest limit that the server takes, and the rows that such a page brings. */
  readonly largest: number;
  readonly brings: number;
}

/** Another limit for each try: page edges move, and a page kept by a proxy is not met again. */
export function walkLimit({ tries, brings, largest }: LimitFacts): number {
  if (tries === 0) return largest;
  const tiny = brings < TINY_PAGE || tries >= MOST_WALKS;
  if (tiny && tries % 2 === 0) return Math.min(largest, brings + tries);
  return Math.max(2, Math.floor(brings * (LIMIT_PARTS[tries % LIMIT_PARTS.length] ?? 1)));
}
