import type { Batch } from '../../insights/batches/Batch.ts';
import type { BatchEnd } from '../../insights/batches/batchEnd.ts';
import type { BatchProgress } from '../../insights/batches/batchProgress.ts';

/** A push as the lens draws it. */
export interface BatchRow {
  /** The id of a member: the same while the push grows or merges with another. */
  readonly key: string;
  readonly batch: Batch;
  /** What it is called: family and tag. */
  readonly name: string;
  /** Null: not known, or several. */
  readonly owner: string | null;
  readonly progress: BatchProgress;
  /** Null where it cannot be said. */
  readonly end: BatchEnd | null;
  /** False while the list is not whole: everything is "so far". */
  readonly complete: boolean;
}
