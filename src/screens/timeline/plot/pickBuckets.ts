/** What a person points at or has begun to select: buckets from one to the other. */
export interface Pick {
  /** Where it began. */
  readonly from: number;
  /** Where it is now; may lie before `from`. */
  readonly to: number;
  /** `drag` while a button is held down; `keys` is taken by Enter; `hover` is only looked at. */
  readonly by: 'hover' | 'drag' | 'keys';
}

/** Buckets that Page Up and Page Down go by. */
const PAGE = 10;

/** The selection after an arrow, Home, End or a page; with Shift it grows. Null: no such key. */
export function pickByKey(
  pick: Pick | null,
  key: string,
  shift: boolean,
  count: number,
): Pick | null {
  const now = pick?.by === 'keys' ? pick : null;
  const at = now?.to ?? count;
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, PageUp: at - PAGE, PageDown: at + PAGE }[key];
  const place = key === 'Home' ? 0 : key === 'End' ? count - 1 : to;
  if (place === undefined) return null;
  const clamped = Math.min(Math.max(place, 0), count - 1);
  return { from: shift && now !== null ? now.from : clamped, to: clamped, by: 'keys' };
}

/** The bucket under a place in the drawing; beyond its ends the first and the last. */
export function bucketUnder(x: number, width: number, count: number): number {
  if (!(width > 0)) return 0;
  return Math.min(Math.max(Math.floor((x / width) * count), 0), count - 1);
}

/** The first and the last bucket of a selection. */
export function endsOf({ from, to }: Pick): readonly [first: number, last: number] {
  return [Math.min(from, to), Math.max(from, to)];
}
