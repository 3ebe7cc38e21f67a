import { lazy, useCallback, useMemo } from 'react';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { classes } from '../../ui/classes.ts';
import { Piece } from '../../ui/Piece.tsx';
import { COMPACT, NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useRem } from '../../ui/useRem.ts';
import { printView } from '../../views/address/printView.ts';
import { makeView } from '../../views/address/View.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';
import { passingText } from '../build/passingText.ts';
import { timeText } from '../build/timeText.ts';
import { useList } from '../frame/list/useList.ts';
import { useStage } from '../frame/list/useStage.ts';
import { useTicked } from '../frame/list/useTicked.ts';
import { useView } from '../frame/view/useView.ts';
import { BuildCard } from './BuildCard.tsx';
import { Nothing } from './Nothing.tsx';
import { useBuildColumns } from './useBuildColumns.ts';
import { useBuildRows } from './useBuildRows.ts';
import { useRowActions } from './useRowActions.ts';

const OpenedBuild = lazy(async () => ({
  default: (await import('./OpenedBuild.tsx')).OpenedBuild,
}));

/** Heights of a row, in sizes of text. */
const ROW = { compact: 2, comfortable: 2.5 };
const CARD = 3.75;
const DEFAULT_SORT = [{ column: 'created', descending: true }] as const;

/** The table of builds, or cards where it is narrow; opened rows show their artifacts. */
export function BuildsTable() {
  const [view] = useView();
  const list = useList();
  const stage = useStage();
  const { setReading } = stage;
  const { state, rows } = list;
  const narrow = useMediaQuery(NARROW);
  const inPage = useMediaQuery(COMPACT);
  const opened = useMemo(() => new Set(view.open), [view.open]);

  const { toggle, sort } = useRowActions();
  const { columns, resize, density } = useBuildColumns(toggle);
  const { ticked, tick } = useTicked();
  const detail = useCallback(
    (record: BuildRecord) => (
      <Piece fallback={<div className="h-24 bg-sunken" />}>
        <OpenedBuild record={record} />
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
  useBuildRows(toggle);
  const onScrolled = useCallback(
    (scrolled: boolean) => setReading('scrolled', scrolled),
    [setReading],
  );
  const fitKey = useMemo(() => printView(makeView({ filter: view.filter })), [view.filter]);
  const rem = useRem();
  const lines = narrow ? CARD : ROW[density];
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
