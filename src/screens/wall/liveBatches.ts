import { STALLED_AFTER_MS } from '../../contract/status.ts';
import type { Batch } from '../../insights/batches/Batch.ts';
import type { Batches, BatchFacts, PickedBatches } from '../../insights/batches/Batches.ts';
import type { BatchProgress } from '../../insights/batches/batchProgress.ts';

export interface LiveBatch {
  readonly batch: Batch;
  readonly progress: BatchProgress;
}

/** The pushes of a filter that are submitted or drain at `now` (milliseconds), newest first. */
export function liveBatches(
  insight: Pick<Batches, 'progress'>,
  facts: BatchFacts,
  { batches }: PickedBatches,
  now: number,
): readonly LiveBatch[] {
  return batches.flatMap(({ batch }) => {
    // What is older and still active is stalled.
    if (now - batch.lastCreated > STALLED_AFTER_MS) return [];
    const progress = insight.progress(facts, batch, now);
    return progress.state === 'ended' ? [] : [{ batch, progress }];
  });
}
