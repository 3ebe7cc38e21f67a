/** A place in a list: as high as its rows are, and as the browser scrolls it. Pixels. */
export interface ScrollPoint {
  readonly real: number;
  readonly shown: number;
}

/** Around where one reads, and at both ends, a pixel scrolled is a pixel moved this far. */
const STEADY = 16_384;
/** The end counts as reached this close to it: browsers round where they are scrolled to. */
const ROUNDING = 1;
/**
 * The highest element that every browser draws whole: Firefox ends at 17,895,697 pixels, Chromium
 * at 33,554,400, of the screen.
 */
const HIGHEST = 15_000_000;

/** How high the list is for the browser. `scale`: pixels of the screen for one of the page. */
export function shownHeight(real: number, scale: number): number {
  return Math.min(real, Math.floor(HIGHEST / Math.max(1, scale)));
}

/**
 * Where the browser scrolls to for a place in the list, `range` being how far each can be
 * scrolled: the same share of the way, but at both ends the same distance from the end.
 */
export function shownFor(real: number, range: ScrollPoint): number {
  if (range.real <= range.shown) return real;
  const steady = steadyOf(range);
  const fromEnd = range.real - real;
  if (real <= steady) return Math.max(0, real);
  if (fromEnd <= steady) return range.shown - Math.max(0, fromEnd);
  const share = (real - steady) / (range.real - 2 * steady);
  return steady + share * (range.shown - 2 * steady);
}

/**
 * The place in the list for where the browser has scrolled to: around the `anchor`, which is
 * where one reads, pixel for pixel; beyond it by shares of the way that is left, so that both
 * ends are reached.
 */
export function realFor(shown: number, anchor: ScrollPoint, range: ScrollPoint): number {
  if (range.real <= range.shown) return shown;
  if (shown <= 0) return 0;
  if (shown >= range.shown - ROUNDING) return range.real;
  const steady = steadyOf(range);
  const up = Math.min(steady, anchor.shown, anchor.real);
  const down = Math.min(steady, range.shown - anchor.shown, range.real - anchor.real);
  const way = shown - anchor.shown;
  if (way < -up) return (shown / (anchor.shown - up)) * (anchor.real - up);
  if (way <= down) return anchor.real + way;
  const left = range.shown - anchor.shown - down;
  return range.real - ((range.shown - shown) / left) * (range.real - anchor.real - down);
}

function steadyOf(range: ScrollPoint): number {
  return Math.min(STEADY, range.shown / 64);
}
