import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { TableRows } from '../../table/place/TableRows.ts';

/** Images in the order of some names; those of other names are left out. */
export function inOrderOf(
  images: readonly PickedImage[],
  names: readonly string[],
): readonly PickedImage[] {
  const byName = new Map(images.map((one) => [one.image.name, one]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

/** Images as the table reads them, in their order. Names are looked up once, when first asked. */
export function imageRows(images: readonly PickedImage[]): TableRows<PickedImage> {
  let positions: Map<string, number> | undefined;
  const lookUp = () => {
    const found = new Map<string, number>();
    for (const [position, { image }] of images.entries()) found.set(image.name, position);
    return found;
  };
  return {
    count: images.length,
    at: (position) => {
      const row = images[position];
      if (row === undefined) throw new RangeError(`There is no image ${position}.`);
      return row;
    },
    keyAt: (position) => images[position]?.image.name ?? '',
    positionOf: (key) => {
      positions ??= lookUp();
      return positions.get(key) ?? null;
    },
  };
}
