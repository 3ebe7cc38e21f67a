import type { Move } from '../map/keyMap.ts';

/** Where a move leads: a position within the rows, `page` of them a page. Null without rows. */
export function moveTo(move: Move, from: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const wanted = {
    next: from + 1,
    previous: from - 1,
    first: 0,
    last: count - 1,
    'page-down': from + page,
    'page-up': from - page,
  }[move];
  return Math.max(0, Math.min(wanted, count - 1));
}
