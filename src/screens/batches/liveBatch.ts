import type { Batch } from '../../insights/batches/Batch.ts';
import type { Batches, BatchFacts } from '../../insights/batches/Batches.ts';
import type { BatchProgress } from '../../insights/batches/batchProgress.ts';

/** Nothing active is older and not stalled. */
const LONGEST_MS = 24 * 60 * 60_000;

export interface LiveBatch {
  readonly batch: Batch;
  readonly progress: BatchProgress;
  /** Others that are live as well. */
  readonly others: number;
}

/**
 * The newest batch that is still being submitted or draining at `now` (milliseconds since the
 * epoch) and none of whose builds is among the dismissed ids; null: there is none.
 */
export function liveBatch(
  insight: Batches,
  facts: BatchFacts,
  now: number,
  dismissed: ReadonlySet<string>,
): LiveBatch | null {
  const places = new Set([...dismissed].map((id) => insight.placeOf(facts, id)));
  const live = facts.batches.flatMap((batch, at) => {
    if (places.has(at) || now - batch.lastCreated > LONGEST_MS) return [];
    const progress = insight.progress(facts, batch, now);
    return progress.state === 'ended' ? [] : [{ batch, progress }];
  });
  const [first] = live;
  return first === undefined ? null : { ...first, others: live.length - 1 };
}
