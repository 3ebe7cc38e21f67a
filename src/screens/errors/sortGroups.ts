import type { PickedErrors } from '../../insights/errors/PickedErrors.ts';
import { orderByKey } from '../../insights/orderByKey.ts';
import { words } from '../../lib/grown.ts';
import type { LensSort } from '../../views/address/View.ts';
import type { LensOrder } from '../frame/lens/nextSort.ts';

/** What the lens is sorted by until the person chooses: the most frequent cause first. */
export const USUAL_SORT: LensSort = { column: 'artifacts', descending: true };

export const ORDER: LensOrder = { lens: 'errors', usual: USUAL_SORT, leastFirst: [] };

/**
 * The numbers of the causes in the order asked for: muted ones last, unknown times last in both
 * directions, ties by artifacts and then by when they were last seen, the newest first. `muted`
 * holds fingerprints.
 */
export function sortGroups(
  picked: PickedErrors,
  muted: ReadonlySet<string>,
  { column, descending }: LensSort,
): Uint32Array {
  const keyOf = keysOf(picked, column);
  const isUsual = column === USUAL_SORT.column && descending;
  const sorted = isUsual
    ? picked.causes
    : orderByKey(picked.causes, descending ? (cause) => -keyOf(cause) : keyOf);
  if (muted.size === 0) return sorted;
  const last = new Set(Array.from(muted, (fingerprint) => picked.facts.causeOf(fingerprint)));
  return withLast(sorted, (cause) => last.has(cause));
}

function keysOf({ facts, counted }: PickedErrors, column: LensSort['column']) {
  const { first, last } = facts.counted;
  if (column === 'images') return (cause: number) => counted.images[cause] ?? 0;
  if (column === 'first') return (cause: number) => first[cause] ?? Number.NaN;
  if (column === 'last') return (cause: number) => last[cause] ?? Number.NaN;
  return (cause: number) => (counted.start[cause + 1] ?? 0) - (counted.start[cause] ?? 0);
}

/** The same with some of them behind the others. */
function withLast(causes: Uint32Array, isLast: (cause: number) => boolean): Uint32Array {
  const order = words(causes.length);
  const last: number[] = [];
  let count = 0;
  for (const cause of causes) {
    if (isLast(cause)) {
      last.push(cause);
      continue;
    }
    order[count] = cause;
    count += 1;
  }
  order.set(last, count);
  return order;
}
