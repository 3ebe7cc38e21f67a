import type { Ask } from '../sweep/Ask.ts';

/** Rows fetched before and after an expected position: it may have moved a little. */
const MARGIN = 10;
/** Two ranges nearer than this are one: a call costs more than these rows. */
const JOIN = 150;

interface RangeLimits {
  /** Positions below this are read with the head anyway. */
  readonly headRows: number;
  /** Rows that one page brings. */
  readonly pageRows: number;
  /** Calls at most. */
  readonly most: number;
  /** Which part to read when there are more ranges than calls: counts up from poll to poll. */
  readonly turn: number;
}

/**
 * The few pages that hold all of these positions. When there are more than `most`, each turn
 * reads the next `most` of them.
 */
export function pollRanges(positions: readonly number[], limits: RangeLimits): Ask[] {
  const deep = positions.filter((at) => at >= limits.headRows).sort((a, b) => a - b);
  const stretches: { from: number; to: number }[] = [];
  for (const at of deep) {
    const from = Math.max(0, at - MARGIN);
    const last = stretches[stretches.length - 1];
    if (last && from - last.to < JOIN && at + MARGIN - last.from <= limits.pageRows) {
      last.to = at + MARGIN + 1;
    } else if (!last || at >= last.to - MARGIN) {
      stretches.push({ from, to: at + MARGIN + 1 });
    }
  }
  const asks = stretches.map(({ from, to }) => ({
    offset: from,
    limit: Math.max(1, Math.min(to - from, limits.pageRows)),
  }));
  if (asks.length <= limits.most) return asks;
  const start = (limits.turn * limits.most) % asks.length;
  return [...asks, ...asks].slice(start, start + limits.most);
}
