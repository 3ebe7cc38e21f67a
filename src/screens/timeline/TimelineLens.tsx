import { useCallback, useMemo } from 'react';
import { plural } from '../../lib/number.ts';
import { formatSpan } from '../../lib/span.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { COMPACT, NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useRem } from '../../ui/useRem.ts';
import { withOpen } from '../../views/editView.ts';
import { useList } from '../frame/list/useList.ts';
import { useLensRows, useStage } from '../frame/list/useStage.ts';
import { useView } from '../frame/view/useView.ts';
import { type SeenTimeline, useTimeline } from './model/useTimeline.ts';
import { AtOnce } from './plot/AtOnce.tsx';
import { TimelineFigure } from './plot/TimelineFigure.tsx';
import { BucketCard } from './table/BucketCard.tsx';
import { BucketDetail } from './table/BucketDetail.tsx';
import { bucketColumns, passingBucketText } from './table/bucketColumns.tsx';
import { type BucketRow, bucketRows } from './table/bucketRows.ts';

/** Heights, in the page's size of text. */
const ROW = { compact: 2, comfortable: 2.5 };
const CARD = 3.75;
const SORT = [] as const;
const noSort = () => undefined;

/** When: builds over time, how many ran and waited at once, and the figures as a table. */
export function TimelineLens() {
  const [view, actions] = useView();
  const list = useList();
  const stage = useStage();
  const { setReading } = stage;
  const live = useTimeline();
  const narrow = useMediaQuery(NARROW);
  const inPage = useMediaQuery(COMPACT);
  const rem = useRem();
  const opened = useMemo(() => new Set(view.open), [view.open]);
  const rows = useMemo(() => bucketRows(live), [live]);
  const toggle = useCallback(
    (key: string) => actions.push((now) => withOpen(now, key, !now.open.includes(key))),
    [actions],
  );
  useLensRows(
    useMemo(
      () => ({ ...rows, toggle, isFailure: (at) => (rows.at(at).sums.parts[0] ?? 0) > 0 }),
      [rows, toggle],
    ),
  );
  const columns = useMemo(() => bucketColumns(toggle), [toggle]);
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
  const onScrolled = useCallback(
    (scrolled: boolean) => setReading('scrolled', scrolled),
    [setReading],
  );
  return (
    <>
      <TimelineFigure
        live={live}
        barsClass="h-30"
        lead={<TimelineStatus live={live} />}
        figures={false}
        below={({ timeline }) => (
          <div className="relative mt-1 h-16 border-t border-line">
            <AtOnce atOnce={timeline.atOnce} />
          </div>
        )}
      />
      <VirtualTable
        key={inPage ? 'page' : 'table'}
        inPage={inPage}
        ref={stage.table}
        label="Builds by time"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingBucketText}
        rowHeight={Math.round((narrow ? CARD : ROW[view.density ?? 'compact']) * rem)}
        sort={SORT}
        onSort={noSort}
        opened={opened}
        onToggle={toggle}
        openedContent={detail}
        activeKey={stage.active}
        onActivate={stage.setActive}
        onScrolled={onScrolled}
        onReading={setReading}
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

/** How many builds over how long. */
function TimelineStatus({ live: { timeline, complete } }: { readonly live: SeenTimeline }) {
  const { axis, counts } = timeline;
  const builds = counts.byKind.reduce(
    (sum, kind) => sum + kind.reduce((all, one) => all + one, 0),
    0,
  );
  const span = (axis.edges.at(-1) ?? 0) - (axis.edges[0] ?? 0);
  return (
    <span role="status" className="text-sm font-medium whitespace-nowrap tabular-nums">
      {plural(builds, 'build', 'builds')} over {formatSpan(span)}
      {!complete && ' so far'}
    </span>
  );
}
