import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import { orderByTime } from '../../insights/orderByTime.ts';
import { wilson } from '../../insights/rates.ts';
import { WordPairs } from '../../insights/WordPairs.ts';
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
 * The images in the order asked for. Success ranks the best by what is at least likely and the
 * worst by what is at most likely, so that 3 of 3 does not stand above 99 of 100. Unknown values
 * come last in both directions; ties by builds, most first, then by name. `ranks`: the place of
 * each name from A to Z, by code; null while they are not known, then names stand as they came.
 */
export function sortImages(
  images: readonly PickedImage[],
  { column, descending }: LensSort,
  ranks: Numbers | null,
): readonly PickedImage[] {
  const rankOf = (at: number) => {
    const code = images[at]?.image.code ?? 0;
    return ranks?.[code] ?? code;
  };
  if (column === 'image') {
    const most = largest(images.length, rankOf);
    return inOrder(images, (at) => (descending ? most - rankOf(at) : rankOf(at)), rankOf);
  }
  const most = largest(images.length, (at) => images[at]?.builds ?? 0);
  const byBuilds = inOrder(images, (at) => most - (images[at]?.builds ?? 0), rankOf);
  const turn = descending ? -1 : 1;
  const keys = Float64Array.from(byBuilds, (one) => turn * keyOf(one, column, descending));
  const order = orderByTime(byBuilds.length, keys);
  // Unknown ones came first.
  const unknown = keys.reduce((count, key) => count + Number(Number.isNaN(key)), 0);
  const last = order.slice(0, unknown);
  order.copyWithin(0, unknown);
  order.set(last, order.length - unknown);
  return inPlaces(byBuilds, order);
}

/** By a whole number, then by another; sorted in native code. */
function inOrder(
  images: readonly PickedImage[],
  first: (at: number) => number,
  then: (at: number) => number,
): readonly PickedImage[] {
  const pairs = new WordPairs(images.length);
  const places = new Uint32Array(1 + largest(images.length, then));
  for (let at = 0; at < images.length; at += 1) {
    pairs.set(at, first(at), then(at));
    places[then(at)] = at;
  }
  pairs.sort();
  return inPlaces(
    images,
    new Uint32Array(images.length).map((_, at) => places[pairs.second(at)] ?? 0),
  );
}

function inPlaces(images: readonly PickedImage[], places: Uint32Array): readonly PickedImage[] {
  const sorted: PickedImage[] = [];
  for (const place of places) {
    const one = images[place];
    if (one !== undefined) sorted.push(one);
  }
  return sorted;
}

function largest(count: number, of: (at: number) => number): number {
  let most = 0;
  for (let at = 0; at < count; at += 1) most = Math.max(most, of(at));
  return most;
}

/** Numbers whose whole parts are in order. */
function keyOf(
  { image, builds, outcomes }: PickedImage,
  column: LensSort['column'],
  descending: boolean,
): number {
  if (column === 'success') {
    if (outcomes.completed + outcomes.failed === 0) return Number.NaN;
    const { low, high } = wilson(outcomes);
    return Math.round((descending ? low : high) * PARTS_OF_ONE);
  }
  if (column === 'broken') return image.brokenSince ?? Number.NaN;
  if (column === 'median') return image.durations.spread.median ?? Number.NaN;
  return builds;
}
