import type { CheckedImage } from '../../insights/check/ListCheck.ts';
import type { TableRows } from '../../table/place/TableRows.ts';

/** How a row of the list is named: each image stands in it once. */
export const keyOf = ({ name, tag }: CheckedImage): string => `${name}:${tag}`;

/** The images of a list as the table reads them; positions are looked up once, when first asked. */
export function checkRows(images: readonly CheckedImage[]): TableRows<CheckedImage> {
  let positions: Map<string, number> | undefined;
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
      positions ??= new Map(images.map((one, position) => [keyOf(one), position]));
      return positions.get(key) ?? null;
    },
  };
}
