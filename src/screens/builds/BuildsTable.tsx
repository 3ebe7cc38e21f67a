import { useCallback, useMemo } from 'react';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { classes } from '../../ui/classes.ts';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Piece } from '../../ui/Piece.tsx';
import { printView } from '../../views/address/printView.ts';
import { makeView } from '../../views/address/View.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';
import { passingText } from '../build/passingText.ts';
import { timeText } from '../build/timeText.ts';
import { rowNoteOf } from '../frame/list/rowNotes.ts';
import { useList } from '../frame/list/useList.ts';
import { useTableStage } from '../frame/list/useTableStage.ts';
import { useTicked } from '../frame/list/useTicked.ts';
import { useView } from '../frame/view/useView.ts';
import { BuildCard } from './BuildCard.tsx';
import { Nothing } from './Nothing.tsx';
import { useTablePreferences } from './tablePreferences.ts';
import { useBuildColumns } from './useBuildColumns.ts';
import { useBuildRows } from './useBuildRows.ts';
import { useErrorExcerpts } from './useErrorExcerpts.ts';
import { useSort } from './useSort.ts';

const OpenedBuild = lazyPiece(async () => (await import('./OpenedBuild.tsx')).OpenedBuild);

const DEFAULT_SORT = [{ column: 'created', descending: true }] as const;

/** All that a row says which changes with time, or as insights come. */
function rowText(record: BuildRecord, now: number): string {
  return `${timeText(record, now)},${rowNoteOf(record.row)?.text}`;
}

/** The table of builds, or cards where it is narrow; opened rows show their artifacts. */
export function BuildsTable() {
  const [view] = useView();
  const list = useList();
  const { state, rows } = list;
  const [preferences] = useTablePreferences();
  const { narrow, toggle, key, props } = useTableStage(view.density ?? preferences.density);
  const sort = useSort();
  const excerpts = useErrorExcerpts();
  const { columns, resize } = useBuildColumns(toggle, excerpts);
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
      <BuildCard record={record} state={state} toggle={toggle} tick={tick} excerpts={excerpts} />
    ),
    [toggle, tick, excerpts],
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
  const fitKey = useMemo(() => printView(makeView({ filter: view.filter })), [view.filter]);

  return (
    <VirtualTable
      key={key}
      {...props}
      label="Image builds"
      rows={rows}
      columns={columns}
      {...(narrow && { card })}
      passing={passingText}
      timeText={rowText}
      sort={view.sort.length === 0 ? DEFAULT_SORT : view.sort}
      onSort={sort}
      onResize={resize}
      openedContent={detail}
      rowClass={rowClass}
      selected={ticked}
      resetKey={list.key}
      fitKey={fitKey}
    >
      <Nothing rowHeight={props.rowHeight} />
    </VirtualTable>
  );
}
