/** One scroll event: where to, when, and how far from the one before. Pixels, milliseconds. */
export interface Scrolled {
  readonly top: number;
  readonly at: number;
  readonly distance: number;
}

const ROWS = 5;
const TOGETHER = 150;

/**
 * Whether rows pass too fast to be read: two scroll events shortly one after the other, each over
 * several rows. One leap alone, as a key or a click makes it, comes to rest at once.
 */
export function isFast(before: Scrolled, now: Scrolled, rowHeight: number): boolean {
  const far = ROWS * rowHeight;
  return now.at - before.at < TOGETHER && before.distance > far && now.distance > far;
}
