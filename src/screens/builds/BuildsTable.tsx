import { lazy, useCallback, useMemo } from 'react';
import { knownStatus } from '../../contract/status.ts';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { classes } from '../../ui/classes.ts';
import { Piece } from '../../ui/Piece.tsx';
import { COMPACT, NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useRem } from '../../ui/useRem.ts';
import { printView } from '../../views/address/printView.ts';
import { makeView, SORT_COLUMNS } from '../../views/address/View.ts';
import { cycleSort } from '../../views/cycleSort.ts';
import { withOpen, withSort } from '../../views/editView.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';
import { passingText } from '../build/passingText.ts';
import { timeText } from '../build/timeText.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useLensRows, useStage } from '../frame/list/useStage.ts';
import { useTicked } from '../frame/list/useTicked.ts';
import { useView } from '../frame/view/useView.ts';
import { withMark } from './BecameMark.tsx';
import { BuildCard } from './BuildCard.tsx';
import { buildColumns } from './columns.tsx';
import { Nothing } from './Nothing.tsx';
import { shownColumns } from './shownColumns.ts';
import { clampWidth, useTablePreferences } from './tablePreferences.ts';

const loadDetail = () => import('../build/BuildDetail.tsx');
const BuildDetail = lazy(async () => ({ default: (await loadDetail()).BuildDetail }));

/** Heights of a row, in sizes of text. */
const ROW = { compact: 2, comfortable: 2.5 };
const CARD = 3.75;
const DEFAULT_SORT = [{ column: 'created', descending: true }] as const;

/** The table of builds, or cards where it is narrow; opened rows show their artifacts. */
export function BuildsTable() {
  const [view, actions] = useView();
  const list = useList();
  const replica = usePageReplica();
  const stage = useStage();
  const { setReading } = stage;
  const { state, rows } = list;
  const narrow = useMediaQuery(NARROW);
  const inPage = useMediaQuery(COMPACT);
  const opened = useMemo(() => new Set(view.open), [view.open]);

  const toggle = useCallback(
    (id: string) => actions.push((now) => withOpen(now, id, !now.open.includes(id))),
    [actions],
  );
  const sort = useCallback(
    (column: string, additive: boolean) => {
      const by = SORT_COLUMNS.find((each) => each === column);
      if (by) actions.push((now) => withSort(now, cycleSort(now.sort, by, additive)));
    },
    [actions],
  );
  const [preferences, setPreferences] = useTablePreferences();
  const { ticked, tick, tickAll } = useTicked();
  const all = useMemo(
    () => buildColumns({ toggle, ticked, tick, tickAll, shown: rows.count }),
    [toggle, ticked, tick, tickAll, rows.count],
  );
  const shown = view.columns ?? preferences.columns;
  const columns = useMemo(
    () => withMark(shownColumns(all, shown, preferences.widths)),
    [all, shown, preferences.widths],
  );
  const resize = useCallback(
    (column: string, width: number) =>
      setPreferences({
        ...preferences,
        widths: new Map(preferences.widths).set(column, clampWidth(width)),
      }),
    [preferences, setPreferences],
  );
  const detail = useCallback(
    (record: BuildRecord) => (
      <Piece fallback={<div className="h-24 bg-sunken" />}>
        <BuildDetail record={record} />
      </Piece>
    ),
    [],
  );
  const card = useCallback(
    (record: BuildRecord, state: RowState) => (
      <BuildCard record={record} state={state} toggle={toggle} tick={tick} />
    ),
    [toggle, tick],
  );
  const { changedRows } = state;
  const rowClass = useCallback(
    (record: BuildRecord) =>
      classes(
        changedRows.has(record.row) && 'flashing',
        record.became !== undefined && 'bg-sunken text-muted grayscale',
      ),
    [changedRows],
  );
  useLensRows(
    useMemo(
      () => ({
        count: rows.count,
        keyAt: rows.keyAt,
        positionOf: rows.positionOf,
        toggle,
        isFailure: (position) => {
          // By the columns: there may be 100,000 of them without a failure.
          const { table } = replica;
          const row = table.rowOf(rows.keyAt(position));
          if (row === undefined) return false;
          const status = table.texts.statuses.at(table.status[row] ?? 0);
          return knownStatus(status) === 'FAILED' || table.firstError[row] !== 0;
        },
      }),
      [rows, toggle, replica],
    ),
  );
  const onScrolled = useCallback(
    (scrolled: boolean) => setReading('scrolled', scrolled),
    [setReading],
  );
  const fitKey = useMemo(() => printView(makeView({ filter: view.filter })), [view.filter]);
  const rem = useRem();
  const lines = narrow ? CARD : ROW[view.density ?? preferences.density];
  const rowHeight = Math.round(lines * rem);

  return (
    <VirtualTable
      key={inPage ? 'page' : 'table'}
      inPage={inPage}
      ref={stage.table}
      label="Image builds"
      rows={rows}
      columns={columns}
      {...(narrow && { card })}
      passing={passingText}
      timeText={timeText}
      rowHeight={rowHeight}
      sort={view.sort.length === 0 ? DEFAULT_SORT : view.sort}
      onSort={sort}
      onResize={resize}
      opened={opened}
      onToggle={toggle}
      openedContent={detail}
      rowClass={rowClass}
      selected={ticked}
      activeKey={stage.active}
      onActivate={stage.setActive}
      onScrolled={onScrolled}
      onReading={setReading}
      resetKey={list.key}
      fitKey={fitKey}
    >
      <Nothing rowHeight={rowHeight} />
    </VirtualTable>
  );
}
