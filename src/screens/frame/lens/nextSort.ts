import type { LENS_SORTS, LensSort } from '../../../views/address/View.ts';

/** How a lens is sorted. */
export interface LensOrder {
  readonly lens: keyof typeof LENS_SORTS;
  /** Until the person chooses. */
  readonly usual: LensSort;
  /** Columns whose first click puts the least first, such as names from A. */
  readonly leastFirst: readonly LensSort['column'][];
}

/** The order after a click on a header. */
export function nextSort(
  now: LensSort,
  column: LensSort['column'],
  { leastFirst }: Pick<LensOrder, 'leastFirst'>,
): LensSort {
  if (now.column !== column) return { column, descending: !leastFirst.includes(column) };
  return { column, descending: !now.descending };
}
