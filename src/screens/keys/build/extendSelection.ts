/** What a selection needs to know of the rows on screen. */
export interface Positions {
  readonly keyAt: (position: number) => string;
  readonly positionOf: (key: string) => number | null;
}

/** The selection with a build added, or without it where it was in. */
export function toggleSelected(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * The selection with all rows between the last one selected and this one, both included. Where
 * the last one is no longer among the rows, this one alone is added.
 */
export function selectRange(
  selected: ReadonlySet<string>,
  rows: Positions,
  last: string | null,
  id: string,
): ReadonlySet<string> {
  const next = new Set(selected).add(id);
  const from = last === null ? null : rows.positionOf(last);
  const to = rows.positionOf(id);
  if (from === null || to === null) return next;
  for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) next.add(rows.keyAt(at));
  return next;
}
