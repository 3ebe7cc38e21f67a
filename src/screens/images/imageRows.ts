import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import { listRows } from '../../table/place/listRows.ts';
import type { TableRows } from '../../table/place/TableRows.ts';

/** Images in the order of some names; those of other names are left out. */
export function inOrderOf(
  images: readonly PickedImage[],
  names: readonly string[],
): readonly PickedImage[] {
  const byName = new Map(images.map((one) => [one.image.name, one]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

/** Images as the table reads them, in their order. */
export function imageRows(images: readonly PickedImage[]): TableRows<PickedImage> {
  return listRows(images, ({ image }) => image.name);
}
