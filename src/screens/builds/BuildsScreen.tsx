import { useCallback, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../lib/number.ts';
import type { Replica } from '../../replica/createReplica.ts';
import { useReplica } from '../../replica/useReplica.ts';
import { VirtualTable, type VirtualTableHandle } from '../../table/VirtualTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { cycleSort } from '../../views/cycleSort.ts';
import { describeTerm } from '../../views/describeTerm.ts';
import { makeView, SORT_COLUMNS } from '../../views/View.ts';
import { useView } from '../useView.ts';
import { BuildCard } from './BuildCard.tsx';
import { BuildDetail } from './BuildDetail.tsx';
import type { BuildRecord } from './BuildRecord.ts';
import { Completeness } from './Completeness.tsx';
import { buildColumns } from './columns.tsx';
import { FacetBar } from './FacetBar.tsx';
import { cleared, FilterChips } from './FilterChips.tsx';
import { Freshness } from './Freshness.tsx';
import { NoBuilds, NoMatch } from './NoMatch.tsx';
import { Problem } from './Problem.tsx';
import { createRecordCache } from './recordCache.ts';
import { SearchBox } from './SearchBox.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';
import { TimeCard } from './TimeCard.tsx';
import { tableRows } from './tableRows.ts';
import { UnreadableNote } from './UnreadableNote.tsx';
import { useHeldOrder } from './useHeldOrder.ts';
import { useSelection } from './useSelection.ts';

const ROW = 32;
const CARD = 60;

/** Every build of the account: searched, filtered, sorted, opened in place. */
export function BuildsScreen({ replica }: { readonly replica: Replica }) {
  const state = useReplica(replica);
  const [view, actions] = useView();
  const { selection, key } = useSelection(replica, state, view);
  const narrow = useMediaQuery('(max-width: 640px)');
  const search = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const table = useRef<VirtualTableHandle>(null);
  const [active, setActive] = useState<string | null>(null);
  const [scrolled, setScrolled] = useState(false);

  const opened = useMemo(() => new Set(view.open), [view.open]);
  const loading = state.completeness === 'empty' || state.completeness === 'loading';
  const held = useHeldOrder({
    fresh: selection.order,
    key,
    reading: !loading && (scrolled || opened.size > 0),
  });

  const recordOf = useMemo(() => createRecordCache(replica.store), [replica.store]);
  const rows = useMemo(
    () => tableRows(replica.store, held.order, recordOf),
    [replica.store, held.order, recordOf, state.version],
  );

  const toggle = useCallback(
    (id: string) =>
      actions.push((now) =>
        makeView({
          ...now,
          open: now.open.includes(id) ? now.open.filter((each) => each !== id) : [...now.open, id],
        }),
      ),
    [actions],
  );
  const sort = useCallback(
    (column: string, additive: boolean) => {
      const by = SORT_COLUMNS.find((each) => each === column);
      if (by) actions.push((now) => makeView({ ...now, sort: cycleSort(now.sort, by, additive) }));
    },
    [actions],
  );
  const columns = useMemo(() => buildColumns({ toggle }), [toggle]);
  const detail = useCallback((record: BuildRecord) => <BuildDetail record={record} />, []);
  const card = useCallback(
    (record: BuildRecord) => (
      <BuildCard record={record} opened={opened.has(record.build.id)} toggle={toggle} />
    ),
    [opened, toggle],
  );
  const rowClass = useCallback(
    (record: BuildRecord) => (state.changedRows.has(record.row) ? 'flashing' : ''),
    [state.changedRows],
  );
  const clear = () => actions.push(cleared);
  const rowHeight = narrow ? CARD : ROW;
  const rowsFrom = state.loaded > 0 ? state.updatedAt : null;
  const nothing = held.order.length === 0;

  return (
    <main ref={main} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2 print:hidden">
        <SearchBox view={view} actions={actions} input={search} />
        <Freshness
          state={state}
          onRefresh={() => replica.refresh()}
          onPause={(paused) => replica.setPaused(paused)}
        />
      </div>
      <FacetBar view={view} actions={actions} facets={selection.facets} />
      <FilterChips view={view} actions={actions} />
      <div className="flex flex-col gap-2 px-3 empty:hidden">
        {state.error && (
          <Problem
            error={state.error}
            rowsFrom={rowsFrom}
            nextCheckAt={state.nextCheckAt}
            onRetry={() => replica.refresh()}
          />
        )}
        <UnreadableNote unreadable={state.unreadable} />
      </div>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 px-3 text-sm text-muted">
        <span
          role="status"
          aria-live={loading ? 'off' : 'polite'}
          className="font-medium text-ink tabular-nums"
        >
          {formatCount(selection.order.length)} of {formatCount(selection.total)} builds
          {loading && ' so far'}
        </span>
        <Completeness state={state} />
        {loading && state.loaded > 0 && (
          <Button variant="plain" onClick={() => replica.stop()}>
            Stop
          </Button>
        )}
        {state.completeness === 'stopped' && (
          <Button variant="plain" onClick={() => replica.resume()}>
            Load the rest
          </Button>
        )}
        {held.waiting > 0 && (
          <Button variant="primary" onClick={held.show}>
            {formatCount(held.waiting)} new {held.waiting === 1 ? 'build' : 'builds'}
          </Button>
        )}
        {held.reordered && held.waiting === 0 && (
          <Button onClick={held.show}>Order changed: re-sort</Button>
        )}
      </div>
      {loading ? (
        <ProgressBar value={state.loaded} max={state.total} label="Loading builds" />
      ) : (
        <div className="h-0.5" />
      )}
      <VirtualTable
        ref={table}
        label="Image builds"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        rowHeight={rowHeight}
        sort={view.sort.length === 0 ? DEFAULT_SORT : view.sort}
        onSort={sort}
        opened={opened}
        onToggle={toggle}
        openedContent={detail}
        rowClass={rowClass}
        activeKey={active}
        onActivate={setActive}
        onScrolled={setScrolled}
        resetKey={key}
      >
        {nothing && state.completeness === 'empty' && !state.error && (
          <SkeletonRows rowHeight={rowHeight} />
        )}
        {nothing && view.filter.length > 0 && state.loaded > 0 && (
          <NoMatch
            terms={view.filter.map((term, index) => ({
              text: describeTerm(term),
              without: selection.withoutClause[index] ?? 0,
              remove: () =>
                actions.push((now) =>
                  makeView({ ...now, filter: now.filter.filter((_, at) => at !== index) }),
                ),
            }))}
            total={selection.total}
            complete={state.completeness === 'complete'}
            onClear={clear}
          />
        )}
        {state.loaded === 0 && state.completeness === 'complete' && <NoBuilds />}
      </VirtualTable>
      <TimeCard within={main} />
    </main>
  );
}

const DEFAULT_SORT = [{ column: 'created', descending: true }] as const;
