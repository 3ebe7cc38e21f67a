import { useCallback, useMemo } from 'react';
import type { Selection } from '../../../list/Selection.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import { useReplica } from '../../../replica/useReplica.ts';
import type { View } from '../../../views/address/View.ts';
import { createRecordCache } from './recordCache.ts';
import { tableRows } from './tableRows.ts';
import { useErrorLines } from './useErrorLines.ts';
import { type PinnedOrderOptions, usePinnedOrder } from './usePinnedOrder.ts';
import { useSelection } from './useSelection.ts';
import { NO_STATUS } from './whatBecame.ts';

/**
 * The builds of a view as the table shows them: selected and put in order from the replica, and
 * held in their places while the person reads them.
 */
export function useBuildList(
  replica: Replica,
  view: View,
  read: Pick<PinnedOrderOptions, 'reading' | 'within'>,
) {
  const state = useReplica(replica);
  const { table } = replica;
  const lines = useErrorLines(replica, state.loaded > 0);
  const searched = useSelection(replica, state, view, lines);
  const { selection: found, key, pending, clauses, ahead } = searched;
  const { verifying } = state;
  // Another token, and not yet known to be of the same account: its owner sees nothing of before.
  const selection = verifying ? NOTHING : found;
  const loading = state.completeness === 'empty' || state.completeness === 'loading' || pending;
  const statusAt = useCallback(
    (row: number) => (table.alive[row] === 1 ? (table.status[row] ?? 0) + 1 : NO_STATUS),
    [table],
  );
  const held = usePinnedOrder({
    fresh: found.order,
    version: state.version,
    // Rows of another epoch have other numbers: there is nothing to pin; nor is the order by first
    // lines once the lines shown are others.
    key: `${table.epoch} ${key} ${sortsByError(view) && lines !== null}`,
    loading,
    ...read,
    statusAt,
  });
  const { became } = held;
  const recordOf = useMemo(() => createRecordCache(table), [table]);
  const shown = verifying ? NO_ROWS : held.order;
  const rows = useMemo(
    () => tableRows(table, shown, (row) => recordOf(row, lines), became),
    [table, shown, recordOf, became, state.version, lines],
  );
  /** What is of the view, in the order of the rows: without those that only stay on screen. */
  const order = useMemo(
    () => (became.size === 0 ? shown : shown.filter((row) => !became.has(row))),
    [shown, became],
  );
  return { state, selection, key, clauses, pending, ahead, loading, held, order, rows, lines };
}

const sortsByError = ({ sort }: View): boolean => sort.some(({ column }) => column === 'error');

const NO_ROWS = new Uint32Array(0);

const NOTHING: Selection = {
  order: NO_ROWS,
  total: 0,
  facets: { status: [], artifact: [] },
  withoutClause: [],
};

export type BuildList = ReturnType<typeof useBuildList>;
