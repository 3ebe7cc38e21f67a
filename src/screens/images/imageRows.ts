import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { TableRows } from '../../table/place/TableRows.ts';

/** Images as the table reads them, in the order of some names. */
export function imageRows(
  images: readonly PickedImage[],
  names: readonly string[],
): TableRows<PickedImage> {
  const byName = new Map(images.map((one) => [one.image.name, one]));
  const rows = names.flatMap((name) => byName.get(name) ?? []);
  const positions = new Map(rows.map(({ image }, position) => [image.name, position]));
  return {
    count: rows.length,
    at: (position) => {
      const row = rows[position];
      if (row === undefined) throw new RangeError(`There is no image ${position}.`);
      return row;
    },
    keyAt: (position) => rows[position]?.image.name ?? '',
    positionOf: (key) => positions.get(key) ?? null,
  };
}
