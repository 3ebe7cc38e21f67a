import { whenIdle } from '../../../lib/tasks/whenIdle.ts';

/** What a slice may take at most: half a frame, so that the page stays quick. Milliseconds. */
export const SLICE_MS = 8;

type Work = (budgetMs: number) => boolean;

/**
 * Works slice by slice while the page has nothing more urgent to do, until `work` says that there
 * is no more; then calls `onDone`, once. Returns how to call it off.
 */
export function workInSlices(
  work: Work,
  onDone: () => void,
  idle: typeof whenIdle = whenIdle,
): () => void {
  const slice = () => {
    if (work(SLICE_MS)) onDone();
    else cancel = idle(slice, 0);
  };
  let cancel = idle(slice, 0);
  return () => cancel();
}

/** Works of which each begins in a slice of its own, when the one before it is done. */
export function inTurn(works: readonly Work[]): Work {
  let at = 0;
  return (budgetMs) => {
    if (works[at]?.(budgetMs) !== false) at += 1;
    return at >= works.length;
  };
}
