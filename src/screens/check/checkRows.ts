import type { CheckedImage } from '../../insights/check/ListCheck.ts';
import type { TableRows } from '../../table/place/TableRows.ts';

/** How a row of the list is named: each image stands in it once. */
export const keyOf = ({ name, tag }: CheckedImage): string => `${name}:${tag}`;

/**
 * Images of a list as the table reads them: all or some, always in the order of the list, in which
 * `places` says where each stands. Nothing is made for each of 100,000 when builds change.
 */
export function checkRows(
  images: readonly CheckedImage[],
  places: ReadonlyMap<string, number>,
): TableRows<CheckedImage> {
  const placeAt = (position: number) => {
    const image = images[position];
    return image === undefined ? Number.POSITIVE_INFINITY : (places.get(keyOf(image)) ?? 0);
  };
  return {
    count: images.length,
    at: (position) => {
      const image = images[position];
      if (image === undefined) throw new RangeError(`There is no image ${position}.`);
      return image;
    },
    keyAt: (position) => {
      const image = images[position];
      return image === undefined ? '' : keyOf(image);
    },
    positionOf: (key) => {
      const place = places.get(key);
      if (place === undefined) return null;
      let low = 0;
      let high = images.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (placeAt(middle) < place) low = middle + 1;
        else high = middle;
      }
      return placeAt(low) === place ? low : null;
    },
  };
}
