export interface PinOrderInput {
  /** Row numbers as they stand on screen. */
  readonly shown: Uint32Array;
  /** Row numbers as they would stand now. */
  readonly fresh: Uint32Array;
  /** The person has scrolled, opened or selected something: nothing may come in or move. */
  readonly reading: boolean;
  /** The pointer is over the rows, or the keyboard in them: nothing may go either. */
  readonly within: boolean;
}

export interface PinnedOrder {
  /** What to show; the same array as `shown` or `fresh` where nothing needs another one. */
  readonly order: Uint32Array;
  /** Rows of `fresh` that wait to be shown. */
  readonly waiting: number;
  /** True when rows on screen would stand in another order: a re-sort is offered. */
  readonly reordered: boolean;
  /** Rows of `order` that are not in `fresh` any more. */
  readonly gone: readonly number[];
}

const NONE: readonly number[] = [];

/**
 * The order to show: the fresh one, or, while a person reads, the one on screen without the rows
 * that are gone; with them while the person is within the rows. New rows and new places wait
 * until asked for.
 */
export function pinOrder({ shown, fresh, reading, within }: PinOrderInput): PinnedOrder {
  const isPinned = (reading || within) && shown !== fresh && shown.length > 0;
  if (!isPinned) return { order: fresh, waiting: 0, reordered: false, gone: NONE };
  const place = places(fresh);
  const gone: number[] = [];
  let last = -1;
  let reordered = false;
  for (const row of shown) {
    const at = (place[row] ?? 0) - 1;
    if (at < 0) {
      gone.push(row);
      continue;
    }
    if (at < last) reordered = true;
    last = at;
  }
  const waiting = fresh.length - shown.length + gone.length;
  if (within || gone.length === 0) return { order: shown, waiting, reordered, gone };
  if (last < 0) return { order: fresh, waiting: 0, reordered: false, gone: NONE };
  const order = shown.filter((row) => (place[row] ?? 0) > 0);
  return { order, waiting, reordered, gone: NONE };
}

/** For each row number, one more than its place in the order; 0 where it has none. */
function places(order: Uint32Array): Uint32Array {
  let most = 0;
  for (const row of order) if (row > most) most = row;
  const place = new Uint32Array(most + 1);
  order.forEach((row, at) => {
    place[row] = at + 1;
  });
  return place;
}
