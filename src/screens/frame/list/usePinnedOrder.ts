import { useMemo, useState } from 'react';
import { pinOrder } from '../../../list/pinOrder.ts';
import type { Became } from '../../build/BuildRecord.ts';
import { whatBecame } from './whatBecame.ts';

export interface PinnedOrderOptions {
  readonly fresh: Uint32Array;
  /** Another one when anything of the builds is. */
  readonly version: number;
  /** The filter and order asked for; when it changes, the fresh order is shown at once. */
  readonly key: string;
  /** The list is not whole yet: what comes belongs to it and is no news. */
  readonly loading: boolean;
  /** The person has scrolled, opened or selected something: nothing may move. */
  readonly reading: boolean;
  /** The pointer is over the rows, or the keyboard in them: what no longer matches stays too. */
  readonly within: boolean;
  /** The status of a row now, as a number; `NO_STATUS` once its build is deleted. */
  readonly statusAt: (row: number) => number;
}

interface Shown {
  readonly order: Uint32Array;
  readonly key: string;
  readonly loading: boolean;
  /** The statuses when the person came to the rows, in the order of `order`. */
  readonly statuses: Uint32Array | null;
}

/**
 * The order on screen: the fresh one, or the one being read, with what waits behind it and what
 * has become of the rows that are not of it any more.
 */
export function usePinnedOrder(options: PinnedOrderOptions) {
  const { fresh, version, key, loading, statusAt } = options;
  const [shown, setShown] = useState<Shown>({ order: fresh, key, loading, statuses: null });
  // What came last may end the loading: it is held against nothing that was not whole.
  const isWhole = shown.key === key && !loading && !shown.loading;
  const reading = options.reading && isWhole;
  const within = options.within && isWhole;
  const pinned = useMemo(
    () => pinOrder({ shown: shown.order, fresh, reading, within }),
    [shown.order, fresh, reading, within],
  );
  const { order } = pinned;
  const isSame = shown.key === key && shown.loading === loading && shown.order === order;
  const isSeen = (shown.statuses !== null) === within;
  // What is on screen now is what the next change is held against.
  if (!isSame || !isSeen) {
    const statuses = within ? order.map((row) => statusAt(row)) : null;
    setShown({ order, key, loading, statuses });
  }
  const became = useMemo(
    () => becameOf(pinned.gone, shown, statusAt),
    [pinned.gone, shown, statusAt, version],
  );
  return {
    ...pinned,
    became,
    show: () => setShown({ order: fresh, key, loading, statuses: null }),
  };
}

const NOTHING: ReadonlyMap<number, Became> = new Map();

/** What became of the rows that are gone, by row. */
function becameOf(
  gone: readonly number[],
  { order, statuses }: Shown,
  statusAt: PinnedOrderOptions['statusAt'],
): ReadonlyMap<number, Became> {
  if (gone.length === 0) return NOTHING;
  const rows = new Set(gone);
  const became = new Map<number, Became>();
  order.forEach((row, at) => {
    if (rows.has(row)) became.set(row, whatBecame(statuses?.[at], statusAt(row)));
  });
  return became;
}
