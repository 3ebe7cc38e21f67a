/** What ticking needs to know of the rows on screen. */
export interface Positions {
  readonly keyAt: (position: number) => string;
  readonly positionOf: (key: string) => number | null;
}

/** What is ticked with a build more, or without it where it was in. */
export function toggleTicked(ticked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ticked);
  if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * What is ticked with all rows between the last one ticked and this one, both included. Where
 * the last one is no longer ticked, or among the rows, this one alone is added.
 */
export function tickRange(
  ticked: ReadonlySet<string>,
  rows: Positions,
  last: string | null,
  id: string,
): ReadonlySet<string> {
  const next = new Set(ticked).add(id);
  const from = last === null || !ticked.has(last) ? null : rows.positionOf(last);
  const to = rows.positionOf(id);
  if (from === null || to === null) return next;
  for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) next.add(rows.keyAt(at));
  return next;
}
