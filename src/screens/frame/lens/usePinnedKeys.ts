import { useState } from 'react';

export interface PinnedKeys {
  /** The keys in the order to show. */
  readonly keys: readonly string[];
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
export function usePinnedKeys(
  fresh: readonly string[],
  asked: string,
  reading: boolean,
): PinnedKeys {
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
export function pinKeys(shown: readonly string[], fresh: readonly string[]): readonly string[] {
  if (isSame(shown, fresh)) return shown;
  const left = new Set(fresh);
  const kept = shown.filter((key) => left.delete(key));
  return [...kept, ...left];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((key, at) => key === b[at]));
}
