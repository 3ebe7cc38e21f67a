import type { SortColumn, SortKey } from '../list/Query.ts';

/**
 * Sorted from the greatest or the latest by the first click, as people look for it: lengths, counts
 * and times. Words go from A, statuses in the order a build moves through them.
 */
const DESCENDING_FIRST: readonly SortColumn[] = [
  'artifacts',
  'created',
  'started',
  'ended',
  'duration',
  'wait',
];

/**
 * The order after a click on a header: sorted, at the second click reversed, at the third the
 * default again. Another header starts anew; with `additive` (shift) it becomes the next key
 * instead, and the others stay.
 *
 * The default order is `created` descending, so there a click on Created reverses at once, and
 * a second one is back at the default: no click is without effect.
 */
export function cycleSort(
  sort: readonly SortKey[],
  column: SortColumn,
  additive: boolean,
): readonly SortKey[] {
  const first: SortKey = { column, descending: DESCENDING_FIRST.includes(column) };
  const at = sort.findIndex((key) => key.column === column);
  const held = sort[at];
  if (additive && sort.length > 0) {
    if (held === undefined) return [...sort, first];
    if (held.descending === first.descending) return sort.with(at, reverse(held));
    return sort.filter((key) => key !== held);
  }
  const current =
    sort.length === 0 ? effectiveKey(sort, column) : sort.length === 1 ? held : undefined;
  if (current === undefined) return isDefault(first) ? [] : [first];
  return current.descending === first.descending ? [reverse(current)] : [];
}

/** The direction in which a column is sorted now, for `aria-sort`; undefined when it is not. */
export function effectiveKey(sort: readonly SortKey[], column: SortColumn): SortKey | undefined {
  if (sort.length === 0 && column === 'created') return { column, descending: true };
  return sort.find((key) => key.column === column);
}

function reverse({ column, descending }: SortKey): SortKey {
  return { column, descending: !descending };
}

function isDefault({ column, descending }: SortKey): boolean {
  return column === 'created' && descending;
}
