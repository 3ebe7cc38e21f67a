/** Positions `from <= p < to` of the server's list. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A list of stretches, sorted and apart, with one more merged in. Pure. */
export function withStretch(cover: readonly Stretch[], added: Stretch): Stretch[] {
  if (added.to <= added.from) return [...cover];
  const before: Stretch[] = [];
  const after: Stretch[] = [];
  let { from, to } = added;
  for (const one of cover) {
    if (one.to < from) before.push(one);
    else if (one.from > to) after.push(one);
    else {
      from = Math.min(from, one.from);
      to = Math.max(to, one.to);
    }
  }
  return [...before, { from, to }, ...after];
}

/** The first stretch at or after a position that is not covered; it may be without end. */
export function firstGap(cover: readonly Stretch[], at: number): Stretch {
  let from = at;
  for (const one of cover) {
    if (one.from > from) return { from, to: one.from };
    from = Math.max(from, one.to);
  }
  return { from, to: Infinity };
}
