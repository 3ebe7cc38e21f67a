import { useCallback, useMemo } from 'react';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { COMPACT, NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useRem } from '../../ui/useRem.ts';
import { useList } from '../frame/list/useList.ts';
import { useStage } from '../frame/list/useStage.ts';
import { useView } from '../frame/view/useView.ts';
import { BatchCard } from './BatchCard.tsx';
import { BatchDetail } from './BatchDetail.tsx';
import { BatchesLine } from './BatchesLine.tsx';
import type { BatchRow } from './BatchRow.ts';
import { batchColumns } from './batchColumns.tsx';
import { passingBatchText } from './batchWords.ts';
import { useBatchActions } from './useBatchActions.ts';
import { useBatches } from './useBatches.ts';

/** Heights, in the page's size of text. */
const ROW = { compact: 2, comfortable: 2.5 };
const CARD = 3.75;

/** How far is it, and when is it done: the pushes of the view. */
export function BatchesLens() {
  const [view, actions] = useView();
  const list = useList();
  const stage = useStage();
  const { setReading } = stage;
  const narrow = useMediaQuery(NARROW);
  const inPage = useMediaQuery(COMPACT);
  const rem = useRem();
  const reading = stage.reading || view.open.length > 0;
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
  const onScrolled = useCallback(
    (scrolled: boolean) => setReading('scrolled', scrolled),
    [setReading],
  );
  return (
    <>
      <BatchesLine facts={facts} picked={picked} moved={pinned.moved} onShow={pinned.show} />
      <VirtualTable
        key={inPage ? 'page' : 'table'}
        inPage={inPage}
        ref={stage.table}
        label="Batches"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingBatchText}
        rowHeight={Math.round((narrow ? CARD : ROW[view.density ?? 'compact']) * rem)}
        sort={[sort]}
        onSort={onSort}
        opened={opened}
        onToggle={toggle}
        openedContent={detail}
        activeKey={stage.active}
        onActivate={stage.setActive}
        onScrolled={onScrolled}
        onReading={setReading}
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
