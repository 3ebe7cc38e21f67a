import type { LensSort } from '../../views/address/View.ts';
import type { LensOrder } from '../frame/lens/nextSort.ts';
import type { GroupRow } from './GroupRow.ts';

/** What the lens is sorted by until the person chooses: the most frequent cause first. */
export const USUAL_SORT: LensSort = { column: 'artifacts', descending: true };

export const ORDER: LensOrder = { lens: 'errors', usual: USUAL_SORT, leastFirst: [] };

/**
 * The causes in the order asked for: muted ones last, unknown times last in both directions, ties
 * by artifacts and then by kind.
 */
export function sortGroups(groups: readonly GroupRow[], sort: LensSort): readonly GroupRow[] {
  const turn = sort.descending ? -1 : 1;
  return [...groups].sort((a, b) => {
    if (a.muted !== b.muted) return Number(a.muted) - Number(b.muted);
    const [left, right] = [numberOf(a, sort.column), numberOf(b, sort.column)];
    const unknown = Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    if (unknown !== 0) return unknown;
    if (left !== right) return turn * (left < right ? -1 : 1);
    return b.matching.artifacts - a.matching.artifacts || (a.group.kind < b.group.kind ? -1 : 1);
  });
}

function numberOf({ group, matching }: GroupRow, column: LensSort['column']): number {
  if (column === 'images') return matching.images;
  if (column === 'first') return group.first;
  if (column === 'last') return group.last;
  return matching.artifacts;
}
