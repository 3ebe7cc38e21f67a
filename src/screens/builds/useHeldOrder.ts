import { useState } from 'react';
import { holdOrder } from '../../replica/holdOrder.ts';

export interface HeldOrderOptions {
  readonly fresh: Uint32Array;
  /** The filter and order asked for; when it changes, the fresh order is shown at once. */
  readonly key: string;
  /** The person has scrolled, opened or selected something: nothing may move. */
  readonly reading: boolean;
}

/** The order on screen: the fresh one, or the one being read, with what waits behind it. */
export function useHeldOrder({ fresh, key, reading }: HeldOrderOptions) {
  const [shown, setShown] = useState({ order: fresh, key });
  const same = shown.key === key;
  const held = holdOrder({ shown: shown.order, fresh, reading: reading && same });
  // What is on screen now is what the next change is held against.
  if (!same || shown.order !== held.order) setShown({ order: held.order, key });
  return { ...held, show: () => setShown({ order: fresh, key }) };
}
