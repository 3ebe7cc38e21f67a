import { useMemo } from 'react';
import type { Replica } from '../../../replica/createReplica.ts';
import { useReplica } from '../../../replica/useReplica.ts';
import type { View } from '../../../views/address/View.ts';
import { createRecordCache } from './recordCache.ts';
import { tableRows } from './tableRows.ts';
import { usePinnedOrder } from './usePinnedOrder.ts';
import { useSelection } from './useSelection.ts';

/**
 * The builds of a view as the table shows them: selected and put in order from the replica, and
 * held in their places while the person is `reading`.
 */
export function useBuildList(replica: Replica, view: View, reading: boolean) {
  const state = useReplica(replica);
  const { selection, key, pending } = useSelection(replica, state, view);
  const loading = state.completeness === 'empty' || state.completeness === 'loading' || pending;
  const held = usePinnedOrder({ fresh: selection.order, key, loading, reading });
  const recordOf = useMemo(() => createRecordCache(replica.store), [replica.store]);
  // Another token, and not yet known to be of the same account: its owner sees no rows of before.
  const order = state.verifying ? NO_ROWS : held.order;
  const rows = useMemo(
    () => tableRows(replica.store, order, recordOf),
    [replica.store, order, recordOf, state.version],
  );
  return { state, selection, key, pending, loading, held, order, rows };
}

const NO_ROWS = new Uint32Array(0);

export type BuildList = ReturnType<typeof useBuildList>;
