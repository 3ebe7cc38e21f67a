import { useMemo } from 'react';
import type { Replica } from '../../replica/createReplica.ts';
import { useReplica } from '../../replica/useReplica.ts';
import type { View } from '../../views/View.ts';
import { createRecordCache } from './recordCache.ts';
import { tableRows } from './tableRows.ts';
import { useHeldOrder } from './useHeldOrder.ts';
import { useSelection } from './useSelection.ts';

/**
 * The builds of a view as the table shows them: selected and put in order from the replica, and
 * held in their places while the person is `reading`.
 */
export function useBuildList(replica: Replica, view: View, reading: boolean) {
  const state = useReplica(replica);
  const { selection, key } = useSelection(replica, state, view);
  const loading = state.completeness === 'empty' || state.completeness === 'loading';
  const held = useHeldOrder({ fresh: selection.order, key, reading: reading && !loading });
  const recordOf = useMemo(() => createRecordCache(replica.store), [replica.store]);
  const rows = useMemo(
    () => tableRows(replica.store, held.order, recordOf),
    [replica.store, held.order, recordOf, state.version],
  );
  return { state, selection, key, loading, held, rows };
}

export type BuildList = ReturnType<typeof useBuildList>;
