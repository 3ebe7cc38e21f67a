import type { Batch } from '../batches/Batch.ts';

/** The push of the same family that began last before another; null: there is none. */
export function previousBatch(batches: readonly Batch[], batch: Batch): Batch | null {
  let found: Batch | null = null;
  for (const one of batches) {
    if (one.family !== batch.family || one.firstCreated >= batch.firstCreated) continue;
    if (found === null || one.firstCreated > found.firstCreated) found = one;
  }
  return found;
}
