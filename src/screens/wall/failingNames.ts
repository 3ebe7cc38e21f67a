import type { NameHistory } from '../../insights/images/NameHistory.ts';
import type { PickedImages } from '../../insights/images/PickedImages.ts';

/** A name that fails, and since when. */
export interface FailingName {
  readonly image: NameHistory;
  /** The end of its first try that failed after the last that completed; NaN: unknown. */
  readonly since: number;
}

/** The names of a filter that fail, the longest first; unknown times last. */
export function failingNames({ images }: Pick<PickedImages, 'images'>): readonly FailingName[] {
  const failing = images.flatMap(({ image }) =>
    image.brokenSince === null ? [] : [{ image, since: image.brokenSince }],
  );
  return failing.sort((a, b) => compareTimes(a.since, b.since) || a.image.code - b.image.code);
}

function compareTimes(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}
