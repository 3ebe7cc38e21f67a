import { type OpenedRow, positionAt, topOf } from './rowWindow.ts';

/** Rows as they stand: how many, how high, which of them are opened. */
export interface Geometry {
  readonly count: number;
  readonly rowHeight: number;
  readonly opened: readonly OpenedRow[];
}

interface Before extends Geometry {
  readonly keyAt: (position: number) => string;
}

interface After extends Geometry {
  readonly positionOf: (key: string) => number | null;
}

/** So many rows to each side are asked for when the one to hold is gone. */
const NEIGHBOURS = 40;

/**
 * The scroll position at which the row that was `y` pixels below the top of the view stands under
 * the same pixel after the rows changed; of its nearest neighbour where it is gone itself. Null
 * when none of them is left.
 */
export function keepPlace(
  before: Before,
  after: After,
  { scrollTop, y }: { readonly scrollTop: number; readonly y: number },
): number | null {
  if (before.count === 0) return null;
  const held = positionAt(before, scrollTop + y);
  for (const position of nearest(held, before.count)) {
    const now = after.positionOf(before.keyAt(position));
    if (now !== null) return scrollTop + topOf(now, after) - topOf(position, before);
  }
  return null;
}

/** Positions from one outwards, those below first. */
function* nearest(position: number, count: number): Generator<number> {
  yield position;
  for (let step = 1; step <= NEIGHBOURS; step++) {
    if (position + step < count) yield position + step;
    if (position - step >= 0) yield position - step;
  }
}
