/**
 * The key of each batch: the one it had before, as long as that build is of it, so that a row
 * keeps its place and its address while older builds come late or two pushes merge; else its id.
 * `placeOf` finds the batch that holds a build.
 */
export function stableKeys(
  before: readonly string[],
  ids: readonly string[],
  placeOf: (id: string) => number | null,
): readonly string[] {
  const keys = [...ids];
  const named = new Set<number>();
  for (const key of before) {
    const at = placeOf(key);
    if (at === null || named.has(at)) continue;
    named.add(at);
    keys[at] = key;
  }
  return keys;
}
