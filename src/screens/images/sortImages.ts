import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import { wilson } from '../../insights/rates.ts';
import type { LensSort } from '../../views/address/View.ts';

/** What the lens is sorted by until the person chooses: what broke last comes first. */
export const USUAL_SORT: LensSort = { column: 'broken', descending: true };

/**
 * The images in the order asked for. Success ranks the best by what is at least likely and the
 * worst by what is at most likely, so that 3 of 3 does not stand above 99 of 100. Unknown values
 * come last in both directions; ties by builds, most first, then by name.
 */
export function sortImages(
  images: readonly PickedImage[],
  { column, descending }: LensSort,
): readonly PickedImage[] {
  const turn = descending ? -1 : 1;
  if (column === 'image') return [...images].sort((a, b) => turn * compareNames(a, b));
  const keyed = images.map((one) => ({ one, key: keyOf(one, column, descending) }));
  keyed.sort((a, b) => {
    const unknown = Number(Number.isNaN(a.key)) - Number(Number.isNaN(b.key));
    if (unknown !== 0) return unknown;
    if (a.key < b.key) return -turn;
    if (a.key > b.key) return turn;
    return b.one.builds - a.one.builds || compareNames(a.one, b.one);
  });
  return keyed.map(({ one }) => one);
}

/** Columns whose first click puts the least first: names from A, and the worst rate. */
const LEAST_FIRST: readonly LensSort['column'][] = ['image', 'success'];

/** The order after a click on a header; at the second click turned round. */
export function nextSort(now: LensSort, column: LensSort['column']): LensSort {
  if (now.column !== column) return { column, descending: !LEAST_FIRST.includes(column) };
  return { column, descending: !now.descending };
}

function keyOf(
  { image, builds, outcomes }: PickedImage,
  column: LensSort['column'],
  descending: boolean,
): number {
  if (column === 'success') {
    if (outcomes.completed + outcomes.failed === 0) return Number.NaN;
    const { low, high } = wilson(outcomes);
    return descending ? low : high;
  }
  if (column === 'broken') return image.brokenSince ?? Number.NaN;
  if (column === 'median') return image.durations.spread.median ?? Number.NaN;
  return builds;
}

function compareNames({ image: a }: PickedImage, { image: b }: PickedImage): number {
  return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
}
