import type { BatchState } from '../../insights/batches/batchProgress.ts';
import type { LensSort } from '../../views/address/View.ts';
import type { LensOrder } from '../frame/lens/nextSort.ts';
import type { BatchRow } from './BatchRow.ts';

/** What the lens is sorted by until the person chooses: the newest push first. */
export const USUAL_SORT: LensSort = { column: 'started', descending: true };

export const ORDER: LensOrder = { lens: 'batches', usual: USUAL_SORT, leastFirst: ['batch'] };

const RANK: Record<BatchState, number> = { submitted: 2, draining: 1, ended: 0 };

/** The batches in the order asked for; ties newest first. */
export function sortBatches(
  rows: readonly BatchRow[],
  { column, descending }: LensSort,
): readonly BatchRow[] {
  const turn = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const by =
      column === 'batch' ? compareNames(a.name, b.name) : keyOf(a, column) - keyOf(b, column);
    return turn * by || b.batch.firstCreated - a.batch.firstCreated || compareNames(a.key, b.key);
  });
}

function keyOf({ batch, progress }: BatchRow, column: LensSort['column']): number {
  if (column === 'images') return progress.images;
  if (column === 'failed') return progress.failed;
  if (column === 'state') return RANK[progress.state];
  return batch.firstCreated;
}

function compareNames(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
