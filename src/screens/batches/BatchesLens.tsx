import { useCallback, useMemo } from 'react';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { useLensExport } from '../frame/lens/useLensExport.ts';
import { useList } from '../frame/list/useList.ts';
import { useTableStage } from '../frame/list/useTableStage.ts';
import { useView } from '../frame/view/useView.ts';
import { BatchCard } from './BatchCard.tsx';
import { BatchDetail } from './BatchDetail.tsx';
import { BatchesLine } from './BatchesLine.tsx';
import type { BatchRow } from './BatchRow.ts';
import { batchColumns } from './batchColumns.tsx';
import { batchExport } from './batchExport.ts';
import { passingBatchText } from './batchWords.ts';
import { useBatchActions } from './useBatchActions.ts';
import { useBatches } from './useBatches.ts';

/** How far is it, and when is it done: the pushes of the view. */
export function BatchesLens() {
  const [view, actions] = useView();
  const list = useList();
  const { narrow, reading, key, props } = useTableStage();
  const found = useBatches(list, view, reading);
  const { insight, facts, picked, sort, asked, pinned, rows, opened } = found;
  const { toggle, onSort } = useBatchActions(actions, rows, insight, facts);
  const columns = useMemo(() => batchColumns(toggle), [toggle]);
  const card = useCallback(
    (row: BatchRow, { now, opened }: RowState) => (
      <BatchCard row={row} now={now} opened={opened} toggle={toggle} />
    ),
    [toggle],
  );
  const detail = useCallback(
    (row: BatchRow) => <BatchDetail row={row} insight={insight} facts={facts} />,
    [insight, facts],
  );
  useLensExport(useMemo(() => batchExport(facts, picked, rows), [facts, picked, rows]));
  return (
    <>
      <BatchesLine facts={facts} picked={picked} moved={pinned.moved} onShow={pinned.show} />
      <VirtualTable
        key={key}
        {...props}
        label="Batches"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingBatchText}
        sort={[sort]}
        onSort={onSort}
        opened={opened}
        onToggle={toggle}
        openedContent={detail}
        resetKey={asked}
        fitKey={list.key}
      >
        {rows.count === 0 && !list.loading && facts.unreadFamilies === 0 && (
          <p className="p-6 text-muted">
            No push here: no 10 images of one family were pushed together.
          </p>
        )}
      </VirtualTable>
    </>
  );
}
