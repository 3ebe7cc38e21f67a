/**
 * Which element of the page draws which row: `keys` are the rows to draw, `before` the slots as
 * they were last drawn. A row that is drawn already keeps its slot, and with it its element; a
 * slot whose row has left is given to a row that has come, so that elements are filled anew and
 * not made anew. The slots of rows to `keep` (what a person has under the fingers) go to no other.
 */
export function assignSlots(
  before: ReadonlyMap<string, number>,
  keys: readonly string[],
  keep: (key: string) => boolean,
): ReadonlyMap<string, number> {
  const wanted = new Set(keys);
  const free: number[] = [];
  for (const [key, slot] of before) {
    if (!wanted.has(key) && !keep(key)) free.push(slot);
  }
  let unused = 1 + Math.max(-1, ...before.values());
  let nextFree = 0;
  const slots = new Map<string, number>();
  for (const key of keys) {
    slots.set(key, before.get(key) ?? free[nextFree++] ?? unused++);
  }
  return slots;
}
