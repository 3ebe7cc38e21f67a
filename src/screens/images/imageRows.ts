import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { PickedImages } from '../../insights/images/PickedImages.ts';
import { words } from '../../lib/grown.ts';
import type { TableRows } from '../../table/place/TableRows.ts';

/** Images in the order of some of their codes as the table reads them, by name. */
export function imageRows(picked: PickedImages, codes: Uint32Array): TableRows<PickedImage> {
  let places: Uint32Array | null = null;
  const imageAt = (position: number) => {
    const code = codes[position];
    if (code === undefined) throw new RangeError(`There is no row ${position}.`);
    return picked.imageOf(code);
  };
  return {
    count: codes.length,
    at: imageAt,
    keyAt: (position) => (position in codes ? imageAt(position).image.name : ''),
    positionOf: (name) => {
      const code = picked.facts.codeOf(name);
      if (code === undefined) return null;
      places ??= placesOf(codes, picked.facts.names.length);
      const place = places[code] ?? 0;
      return place === 0 ? null : place - 1;
    },
  };
}

/** By code: its position + 1; 0: it has none. */
function placesOf(codes: Uint32Array, size: number): Uint32Array {
  const places = words(size);
  for (let at = 0; at < codes.length; at += 1) places[codes[at] ?? 0] = at + 1;
  return places;
}
