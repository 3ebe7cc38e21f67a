import { useState } from 'react';
import { pinOrder } from '../../../list/pinOrder.ts';

export interface PinnedOrderOptions {
  readonly fresh: Uint32Array;
  /** The filter and order asked for; when it changes, the fresh order is shown at once. */
  readonly key: string;
  /** The list is not whole yet: what comes belongs to it and is no news. */
  readonly loading: boolean;
  /** The person has scrolled, opened or selected something: nothing may move. */
  readonly reading: boolean;
}

/** The order on screen: the fresh one, or the one being read, with what waits behind it. */
export function usePinnedOrder({ fresh, key, loading, reading }: PinnedOrderOptions) {
  const [shown, setShown] = useState({ order: fresh, key, loading });
  const { order } = shown;
  // What came last may end the loading: it is held against nothing that was not whole.
  const isWhole = shown.key === key && !loading && !shown.loading;
  const held = pinOrder({ shown: order, fresh, reading: reading && isWhole });
  // What is on screen now is what the next change is held against.
  if (shown.key !== key || shown.loading !== loading || order !== held.order) {
    setShown({ order: held.order, key, loading });
  }
  return { ...held, show: () => setShown({ order: fresh, key, loading }) };
}
