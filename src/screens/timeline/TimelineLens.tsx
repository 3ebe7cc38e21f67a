import { useCallback, useMemo } from 'react';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { useLensExport } from '../frame/lens/useLensExport.ts';
import { useList } from '../frame/list/useList.ts';
import { useLensRows } from '../frame/list/useStage.ts';
import { useTableStage } from '../frame/list/useTableStage.ts';
import { useView } from '../frame/view/useView.ts';
import { timelineWords } from './model/timelineWords.ts';
import { type SeenTimeline, useTimeline } from './model/useTimeline.ts';
import { AtOnce } from './plot/AtOnce.tsx';
import { TimelineFigure } from './plot/TimelineFigure.tsx';
import { BucketCard } from './table/BucketCard.tsx';
import { BucketDetail } from './table/BucketDetail.tsx';
import { bucketColumns, passingBucketText } from './table/bucketColumns.tsx';
import { type BucketRow, bucketRows } from './table/bucketRows.ts';
import { timelineExport } from './table/timelineExport.tsx';

const SORT = [] as const;
const noSort = () => undefined;

/** When: builds over time, how many ran and waited at once, and the figures as a table. */
export function TimelineLens() {
  const [view] = useView();
  const list = useList();
  const { narrow, toggle, key, props } = useTableStage();
  const live = useTimeline();
  const rows = useMemo(() => bucketRows(live), [live]);
  useLensRows(
    useMemo(
      () => ({ ...rows, toggle, isFailure: (at) => (rows.at(at).sums.parts[0] ?? 0) > 0 }),
      [rows, toggle],
    ),
  );
  useLensExport(useMemo(() => timelineExport(live, rows), [live, rows]));
  const columns = useMemo(() => bucketColumns(toggle), [toggle]);
  const lead = useMemo(
    () => (
      <span role="status" className="text-sm font-medium whitespace-nowrap tabular-nums">
        {timelineWords(live)}
      </span>
    ),
    [live],
  );
  const card = useCallback(
    (row: BucketRow, state: { readonly opened: boolean }) => (
      <BucketCard row={row} opened={state.opened} toggle={toggle} />
    ),
    [toggle],
  );
  const detail = useCallback(
    (row: BucketRow) => <BucketDetail row={row} timeline={live.timeline} view={view} />,
    [live, view],
  );
  return (
    <>
      <TimelineFigure live={live} barsClass="h-30" lead={lead} figures={false} below={atOnce} />
      <VirtualTable
        key={key}
        {...props}
        label="Builds by time"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingBucketText}
        sort={SORT}
        onSort={noSort}
        openedContent={detail}
        resetKey={list.key}
        fitKey={list.key}
      >
        {rows.count === 0 && !list.loading && (
          <p className="p-6 text-muted">No build here: the filter lets none through.</p>
        )}
      </VirtualTable>
    </>
  );
}

function atOnce({ timeline }: SeenTimeline) {
  return (
    <div className="relative mt-1 h-16 border-t border-line">
      <AtOnce atOnce={timeline.atOnce} />
    </div>
  );
}
