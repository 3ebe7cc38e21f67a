import { whenIdle } from '../../../lib/tasks/whenIdle.ts';

/** What a slice may take at most: half a frame, so that the page stays quick. Milliseconds. */
export const SLICE_MS = 8;

/**
 * Works slice by slice while the page has nothing more urgent to do, until `work` says that there
 * is no more; then calls `onDone`, once. Returns how to call it off.
 */
export function workInSlices(
  work: (budgetMs: number) => boolean,
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
