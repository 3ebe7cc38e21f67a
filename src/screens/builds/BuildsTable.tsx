import { lazy, type Ref, useCallback, useMemo } from 'react';
import { VirtualTable, type VirtualTableHandle } from '../../table/VirtualTable.tsx';
import { Piece } from '../../ui/Piece.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { SORT_COLUMNS, type View } from '../../views/address/View.ts';
import { cycleSort } from '../../views/cycleSort.ts';
import { withOpen, withSort } from '../../views/editView.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';
import { passingText } from '../build/passingText.ts';
import type { BuildList } from '../frame/list/useBuildList.ts';
import type { ViewActions } from '../frame/view/useView.ts';
import { BuildCard } from './BuildCard.tsx';
import { buildColumns } from './columns.tsx';
import { Nothing } from './Nothing.tsx';
import { shownColumns } from './shownColumns.ts';
import { clampWidth, useTablePreferences } from './tablePreferences.ts';
import type { useSelected } from './useSelected.ts';

const loadDetail = () => import('../build/BuildDetail.tsx');
const BuildDetail = lazy(async () => ({ default: (await loadDetail()).BuildDetail }));

const ROW = { compact: 32, comfortable: 40 };
const CARD = 60;
const DEFAULT_SORT = [{ column: 'created', descending: true }] as const;

export interface BuildsTableProps {
  readonly list: BuildList;
  readonly view: View;
  readonly actions: ViewActions;
  readonly selecting: ReturnType<typeof useSelected>;
  readonly activeKey: string | null;
  readonly onActivate: (id: string) => void;
  readonly onScrolled: (scrolled: boolean) => void;
  readonly ref: Ref<VirtualTableHandle>;
}

/** The table of builds, or cards where it is narrow; opened rows show their artifacts. */
export function BuildsTable(props: BuildsTableProps) {
  const { list, view, actions } = props;
  const { state } = list;
  const narrow = useMediaQuery('(max-width: 640px)');
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
  const { selected, select, selectAll } = props.selecting;
  const all = useMemo(
    () => buildColumns({ toggle, selected, select, selectAll, shown: list.rows.count }),
    [toggle, selected, select, selectAll, list.rows.count],
  );
  const shown = view.columns ?? preferences.columns;
  const columns = useMemo(
    () => shownColumns(all, shown, preferences.widths),
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
    (record: BuildRecord) => (
      <BuildCard record={record} opened={opened.has(record.build.id)} toggle={toggle} />
    ),
    [opened, toggle],
  );
  const { changedRows } = state;
  const rowClass = useCallback(
    (record: BuildRecord) => (changedRows.has(record.row) ? 'flashing' : ''),
    [changedRows],
  );
  const rowHeight = narrow ? CARD : ROW[view.density ?? preferences.density];

  return (
    <VirtualTable
      ref={props.ref}
      label="Image builds"
      rows={list.rows}
      columns={columns}
      {...(narrow && { card })}
      passing={passingText}
      rowHeight={rowHeight}
      sort={view.sort.length === 0 ? DEFAULT_SORT : view.sort}
      onSort={sort}
      onResize={resize}
      opened={opened}
      onToggle={toggle}
      openedContent={detail}
      rowClass={rowClass}
      selected={selected}
      activeKey={props.activeKey}
      onActivate={props.onActivate}
      onScrolled={props.onScrolled}
      resetKey={list.key}
    >
      <Nothing list={list} view={view} actions={actions} rowHeight={rowHeight} />
    </VirtualTable>
  );
}
