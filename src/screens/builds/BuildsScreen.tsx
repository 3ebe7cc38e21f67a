import { lazy, useRef, useState } from 'react';
import type { Replica } from '../../replica/createReplica.ts';
import { useSession } from '../../session/useSession.ts';
import type { VirtualTableHandle } from '../../table/VirtualTable.tsx';
import { Piece } from '../../ui/Piece.tsx';
import { useBuildList } from '../frame/list/useBuildList.ts';
import { useQueryText } from '../frame/search/useQueryText.ts';
import { Freshness } from '../frame/status/Freshness.tsx';
import { Problem } from '../frame/status/Problem.tsx';
import { StatusLine } from '../frame/status/StatusLine.tsx';
import { useTitle } from '../frame/status/useTitle.ts';
import { useView } from '../frame/view/useView.ts';
import { ViewBarPlace } from '../views/ViewBarPlace.tsx';
import { BuildsTable } from './BuildsTable.tsx';
import { useSelected } from './useSelected.ts';

const FilterChips = lazy(async () => ({
  default: (await import('../frame/filter/FilterChips.tsx')).FilterChips,
}));
const FacetBar = lazy(async () => ({
  default: (await import('../frame/filter/FacetBar.tsx')).FacetBar,
}));
const SearchBox = lazy(async () => ({
  default: (await import('../frame/search/SearchBox.tsx')).SearchBox,
}));
const UnreadableNote = lazy(async () => ({
  default: (await import('../frame/status/UnreadableNote.tsx')).UnreadableNote,
}));
const Tools = lazy(async () => ({ default: (await import('./Tools.tsx')).Tools }));
const AfterRows = lazy(async () => ({ default: (await import('./AfterRows.tsx')).AfterRows }));

/** Every build of the account: searched, filtered, sorted, opened in place. */
export function BuildsScreen({ replica }: { readonly replica: Replica }) {
  const [view, actions] = useView();
  const session = useSession();
  const query = useQueryText(view, actions);
  const [active, setActive] = useState<string | null>(null);
  const [reading, setReading] = useState({ scrolled: false, selected: false });
  const list = useBuildList(
    replica,
    view,
    reading.scrolled || reading.selected || view.open.length > 0,
  );
  const { state, selection } = list;
  const selecting = useSelected(list.rows);
  const { selected, setSelected } = selecting;
  if (reading.selected !== selected.size > 0) {
    setReading({ ...reading, selected: selected.size > 0 });
  }
  useTitle(state, list.held.waiting);
  const screen = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<VirtualTableHandle>(null);
  const secret = session.kind === 'signed-in' ? session.token : null;

  return (
    <div ref={screen} className="flex min-h-0 flex-1 flex-col print:hidden">
      <ViewBarPlace replica={replica} state={state} view={view} actions={actions} />
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-2">
        <Piece
          fallback={
            <div className="h-8 flex-1 rounded-md border border-edge max-sm:h-11 sm:max-w-2xl" />
          }
        >
          <SearchBox query={query} facets={selection.facets} input={search} secret={secret} />
        </Piece>
        <Freshness
          state={state}
          onRefresh={() => replica.refresh()}
          onPause={(paused) => replica.setPaused(paused)}
        />
      </div>
      <Piece fallback={<div className="h-9 shrink-0 max-sm:h-13" />}>
        <FacetBar view={view} actions={actions} facets={selection.facets} />
      </Piece>
      {(view.filter.length > 0 || view.unknown.length > 0) && (
        <Piece fallback={<div className="h-9 shrink-0 max-sm:h-13" />}>
          <FilterChips
            view={view}
            actions={actions}
            query={query}
            onEdit={() => search.current?.focus()}
          />
        </Piece>
      )}
      <div className="flex flex-col gap-2 px-3 pb-2 empty:hidden">
        {state.error && state.error.kind !== 'unauthorized' && (
          <Problem
            error={state.error}
            rowsFrom={state.loaded > 0 ? state.updatedAt : null}
            nextCheckAt={state.nextCheckAt}
            onRetry={() => replica.refresh()}
          />
        )}
        {state.unreadable.length > 0 && (
          <Piece>
            <UnreadableNote unreadable={state.unreadable} />
          </Piece>
        )}
      </div>
      <StatusLine
        list={list}
        replica={replica}
        selected={selected.size}
        onClear={() => setSelected(new Set())}
      >
        <Piece>
          <Tools replica={replica} list={list} view={view} actions={actions} selected={selected} />
        </Piece>
      </StatusLine>
      <BuildsTable
        ref={table}
        list={list}
        view={view}
        actions={actions}
        selecting={selecting}
        activeKey={active}
        onActivate={setActive}
        onScrolled={(scrolled) =>
          setReading((before) => (before.scrolled === scrolled ? before : { ...before, scrolled }))
        }
      />
      {state.loaded > 0 && (
        <Piece>
          <AfterRows
            replica={replica}
            list={list}
            view={view}
            actions={actions}
            active={active}
            selected={selected}
            setSelected={setSelected}
            table={table}
            search={search}
            screen={screen}
            secret={secret}
          />
        </Piece>
      )}
    </div>
  );
}
