import { useState } from 'react';

/** Keys of rows in an order: texts, or numbers as of a column. */
export type Keys<Key extends string | number> = ArrayLike<Key> & Iterable<Key>;

export interface PinnedKeys<Key extends string | number> {
  /** The keys in the order to show. */
  readonly keys: Keys<Key>;
  /** True when they would stand in another order, or others among them. */
  readonly moved: boolean;
  /** Shows the fresh order. */
  readonly show: () => void;
}

/**
 * The order of a lens's rows: the fresh one, or, while the person is reading, the one on screen,
 * with newcomers behind it and without what is gone. `asked` names what was asked for: another
 * filter or order is shown at once.
 */
export function usePinnedKeys<Key extends string | number>(
  fresh: Keys<Key>,
  asked: string,
  reading: boolean,
): PinnedKeys<Key> {
  const [shown, setShown] = useState({ keys: fresh, asked });
  const pinned = reading && shown.asked === asked && shown.keys.length > 0;
  const keys = pinned ? pinKeys(shown.keys, fresh) : fresh;
  if (shown.asked !== asked || !isSame(shown.keys, keys)) setShown({ keys, asked });
  return {
    keys,
    moved: !isSame(keys, fresh),
    show: () => setShown({ keys: fresh, asked }),
  };
}

/** The keys on screen that are still there, then those that came. */
export function pinKeys<Key extends string | number>(
  shown: Keys<Key>,
  fresh: Keys<Key>,
): Keys<Key> {
  if (isSame(shown, fresh)) return shown;
  const left = new Set(fresh);
  const kept: Key[] = [];
  for (const key of shown) if (left.delete(key)) kept.push(key);
  for (const key of left) kept.push(key);
  return kept;
}

function isSame<Key>(a: ArrayLike<Key>, b: ArrayLike<Key>): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
