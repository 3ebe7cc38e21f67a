import { useCallback, useMemo } from 'react';
import type { Batches, BatchFacts } from '../../insights/batches/Batches.ts';
import type { TableRows } from '../../table/place/TableRows.ts';
import { withOpen } from '../../views/editView.ts';
import { useLensSort } from '../frame/lens/useLensSort.ts';
import { useLensRows } from '../frame/list/useStage.ts';
import type { ViewActions } from '../frame/view/useView.ts';
import type { BatchRow } from './BatchRow.ts';
import { ORDER } from './sortBatches.ts';

/** What a click or a key does to the view: opens or closes a row, sorts by a header. */
export function useBatchActions(
  actions: ViewActions,
  rows: TableRows<BatchRow>,
  insight: Batches,
  facts: BatchFacts,
) {
  const toggle = useCallback(
    (key: string) =>
      actions.push((now) => {
        const place = insight.placeOf(facts, key);
        // Whichever of its builds the address opened it by.
        const held = now.open.filter((id) => id === key || insight.placeOf(facts, id) === place);
        if (held.length === 0) return withOpen(now, key, true);
        return held.reduce((view, id) => withOpen(view, id, false), now);
      }),
    [actions, insight, facts],
  );
  const onSort = useLensSort(actions, ORDER);
  useLensRows(
    useMemo(
      () => ({
        ...rows,
        toggle,
        isFailure: (position) => rows.at(position).progress.failed > 0,
        watchedOf: (key) => {
          const { name } = rows.at(rows.positionOf(key) ?? 0);
          return { kind: 'batch', value: key, label: name };
        },
      }),
      [rows, toggle],
    ),
  );
  return { toggle, onSort };
}
