import { lazy, Suspense, useRef, useState } from 'react';
import type { Replica } from '../../replica/createReplica.ts';
import { useSession } from '../../session/useSession.ts';
import type { VirtualTableHandle } from '../../table/VirtualTable.tsx';
import { useView } from '../useView.ts';
import { BuildsTable } from './BuildsTable.tsx';
import { FacetBar } from './FacetBar.tsx';
import { Freshness } from './Freshness.tsx';
import { Problem } from './Problem.tsx';
import { SearchBox } from './SearchBox.tsx';
import { StatusLine } from './StatusLine.tsx';
import { UnreadableNote } from './UnreadableNote.tsx';
import { useBuildList } from './useBuildList.ts';
import { useQueryText } from './useQueryText.ts';

const FilterChips = lazy(async () => ({
  default: (await import('./FilterChips.tsx')).FilterChips,
}));
const TimeCard = lazy(async () => ({ default: (await import('./TimeCard.tsx')).TimeCard }));

/** Every build of the account: searched, filtered, sorted, opened in place. */
export function BuildsScreen({ replica }: { readonly replica: Replica }) {
  const [view, actions] = useView();
  const query = useQueryText(view, actions);
  const session = useSession();
  const [active, setActive] = useState<string | null>(null);
  const [scrolled, setScrolled] = useState(false);
  const list = useBuildList(replica, view, scrolled || view.open.length > 0);
  const { state, selection } = list;
  const screen = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<VirtualTableHandle>(null);

  return (
    <div ref={screen} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-2 print:hidden">
        <SearchBox
          query={query}
          facets={selection.facets}
          input={search}
          secret={session.kind === 'signed-in' ? session.token : null}
        />
        <Freshness
          state={state}
          onRefresh={() => replica.refresh()}
          onPause={(paused) => replica.setPaused(paused)}
        />
      </div>
      <FacetBar view={view} actions={actions} facets={selection.facets} />
      {(view.filter.length > 0 || view.unknown.length > 0) && (
        <Suspense fallback={<div className="h-9" />}>
          <FilterChips
            view={view}
            actions={actions}
            query={query}
            onEdit={() => search.current?.focus()}
          />
        </Suspense>
      )}
      <div className="flex flex-col gap-2 px-3 empty:hidden">
        {state.error && state.error.kind !== 'unauthorized' && (
          <Problem
            error={state.error}
            rowsFrom={state.loaded > 0 ? state.updatedAt : null}
            nextCheckAt={state.nextCheckAt}
            onRetry={() => replica.refresh()}
          />
        )}
        <UnreadableNote unreadable={state.unreadable} />
      </div>
      <StatusLine list={list} replica={replica} />
      <BuildsTable
        ref={table}
        list={list}
        view={view}
        actions={actions}
        activeKey={active}
        onActivate={setActive}
        onScrolled={setScrolled}
      />
      <Suspense>
        <TimeCard within={screen} />
      </Suspense>
    </div>
  );
}
