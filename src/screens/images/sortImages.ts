import type { PickedImages } from '../../insights/images/PickedImages.ts';
import { orderByCount } from '../../insights/orderByCount.ts';
import { orderByKey } from '../../insights/orderByKey.ts';
import { wilson } from '../../insights/rates.ts';
import { signed, words } from '../../lib/grown.ts';
import type { Numbers } from '../../list/BuildTable.ts';
import type { LensSort } from '../../views/address/View.ts';
import type { LensOrder } from '../frame/lens/nextSort.ts';

/** What the lens is sorted by until the person chooses: what broke last comes first. */
export const USUAL_SORT: LensSort = { column: 'broken', descending: true };

export const ORDER: LensOrder = {
  lens: 'images',
  usual: USUAL_SORT,
  leastFirst: ['image', 'success'],
};

/** Shares are put in order as whole numbers. */
const PARTS_OF_ONE = 1e12;

/**
 * The codes of the images in the order asked for. Success ranks the best by what is at least likely
 * and the worst by what is at most likely, so that 3 of 3 does not stand above 99 of 100. Unknown
 * values come last in both directions; ties by builds, most first, then by name. `ranks`: the place
 * of each name from A to Z, by code; null while they are not known, then names stand as they came.
 */
export function sortImages(
  picked: PickedImages,
  { column, descending }: LensSort,
  ranks: Numbers | null,
): Uint32Array {
  const byName = orderByName(picked.codes, ranks);
  if (column === 'image') return descending ? byName.reverse() : byName;
  const byBuilds = orderByCount(byName, picked.buildsOf);
  if (column === 'builds') return descending ? byBuilds : upwards(byBuilds, picked.buildsOf);
  const keyOf = keysOf(picked, column, descending);
  return orderByKey(byBuilds, descending ? (code) => -keyOf(code) : keyOf);
}

/** By their places, each of which one has; names without one by code behind them. */
function orderByName(codes: Uint32Array, ranks: Numbers | null): Uint32Array {
  let size = 0;
  for (const code of codes) size = Math.max(size, code + 1);
  const known = ranks === null ? 0 : Math.min(ranks.length, size);
  const at = signed(Math.max(size, ranks?.length ?? 0)).fill(-1);
  for (const code of codes) at[code < known ? (ranks?.[code] ?? code) : code] = code;
  const order = words(codes.length);
  let next = 0;
  for (const code of at) {
    if (code < 0) continue;
    order[next] = code;
    next += 1;
  }
  return order;
}

/** What has the most first with the fewest first, equal ones as they stand. */
function upwards(codes: Uint32Array, counts: Numbers): Uint32Array {
  const order = words(codes.length);
  let end = codes.length;
  for (let from = 0; from < codes.length; ) {
    let to = from + 1;
    while (to < codes.length && counts[codes[to] ?? 0] === counts[codes[from] ?? 0]) to += 1;
    end -= to - from;
    order.set(codes.subarray(from, to), end);
    from = to;
  }
  return order;
}

/** Numbers whose whole parts are in order; NaN: not known. */
function keysOf(
  { facts, rates }: PickedImages,
  column: LensSort['column'],
  descending: boolean,
): (code: number) => number {
  const { brokenSince, median } = facts.columns;
  if (column === 'broken') return (code) => brokenSince[code] ?? Number.NaN;
  if (column === 'median') return (code) => median[code] ?? Number.NaN;
  return (code) => {
    const completed = rates.completed[code] ?? 0;
    const failed = rates.failed[code] ?? 0;
    if (completed + failed === 0) return Number.NaN;
    const { low, high } = wilson({ completed, failed });
    return Math.round((descending ? low : high) * PARTS_OF_ONE);
  };
}
