type Slots = ReadonlyMap<string, number>;

/**
 * Which element of the page draws which row: `keys` are the rows to draw, `before` the slots as
 * they were last drawn. A row that is drawn already keeps its slot, and with it its element; a
 * slot whose row has left is given to a row that has come, so that elements are filled anew and
 * not made anew. Where more elements would have to move than rows stay, as when a filter leaves a
 * few rows in other places, elements stay and rows move: an element that moves is laid out and
 * painted whole. The slots of rows to `keep` (what a person has under the fingers) go to no other.
 */
export function assignSlots(
  before: Slots,
  keys: readonly string[],
  keep: (key: string) => boolean,
): Slots {
  const drawn = new Set(keys);
  const staying = fill(before, keys, (key) => drawn.has(key) || keep(key));
  const stay = keys.filter((key) => before.has(key)).length;
  return countMoves(before, staying) > stay ? fill(before, keys, keep) : staying;
}

/** The slots of rows to `hold` stay theirs, all others are given out in the order they stand in. */
function fill(before: Slots, keys: readonly string[], hold: (key: string) => boolean): Slots {
  const free: number[] = [];
  for (const [key, slot] of before) if (!hold(key)) free.push(slot);
  let unused = 1 + Math.max(-1, ...before.values());
  let nextFree = 0;
  const slots = new Map<string, number>();
  for (const key of keys) {
    const own = hold(key) ? before.get(key) : undefined;
    slots.set(key, own ?? free[nextFree++] ?? unused++);
  }
  return slots;
}

/** The elements that React moves: those that come after one which they stood before. */
function countMoves(before: Slots, after: Slots): number {
  const places = new Map([...before.values()].map((slot, place) => [slot, place]));
  let moves = 0;
  let furthest = -1;
  for (const slot of after.values()) {
    const place = places.get(slot) ?? Number.POSITIVE_INFINITY;
    if (place < furthest) moves += 1;
    else if (Number.isFinite(place)) furthest = place;
  }
  return moves;
}
