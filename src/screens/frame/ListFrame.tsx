import { lazy, type ReactNode, useRef, useState } from 'react';
import { Piece } from '../../ui/Piece.tsx';
import { currentLens } from './lens/currentLens.ts';
import { useLenses } from './lens/useLenses.ts';
import { useBuildList } from './list/useBuildList.ts';
import { ListProvider } from './list/useList.ts';
import { usePageReplica } from './list/usePageReplica.ts';
import { useReading } from './list/useReading.ts';
import { StageProvider, useNewStage } from './list/useStage.ts';
import { TickedProvider } from './list/useTicked.ts';
import { NONE_TICKED, useTicking } from './list/useTicking.ts';
import { useQueryText } from './search/useQueryText.ts';
import { Freshness } from './status/Freshness.tsx';
import { Notices } from './status/Notices.tsx';
import { StatusLine } from './status/StatusLine.tsx';
import { useTitle } from './status/useTitle.ts';
import { useView } from './view/useView.ts';

const FilterChips = lazy(async () => ({
  default: (await import('./filter/FilterChips.tsx')).FilterChips,
}));
const FacetBar = lazy(async () => ({ default: (await import('./filter/FacetBar.tsx')).FacetBar }));
const SearchBox = lazy(async () => ({
  default: (await import('./search/SearchBox.tsx')).SearchBox,
}));
const TimeCard = lazy(async () => ({ default: (await import('../build/TimeCard.tsx')).TimeCard }));

export interface ListFrameProps {
  /** The saved views, above all else. */
  readonly viewBar: ReactNode;
  /** What can be done with the list on every lens, in the status line. */
  readonly tools: ReactNode;
  /** What is there once there are builds and needs no place: keys, print. */
  readonly children: ReactNode;
}

/** What holds on every lens: search, facets, chips, status line; then the lens that is chosen. */
export function ListFrame({ viewBar, tools, children }: ListFrameProps) {
  const [view, actions] = useView();
  const lens = currentLens(useLenses(), view);
  const replica = usePageReplica();
  const query = useQueryText(view, actions);
  const [ticked, setTicked] = useState(NONE_TICKED);
  const [reasons, setReading] = useReading(lens?.lens);
  const list = useBuildList(replica, view, {
    reading: reasons.size > 0 || ticked.size > 0 || view.open.length > 0,
    within: reasons.has('pointer') || reasons.has('focus'),
  });
  const { state } = list;
  // Of a token that is not yet known to be of this account nothing is ticked, nor shown.
  const ticking = useTicking(list.rows, state.verifying ? NONE_TICKED : ticked, setTicked);
  const stage = useNewStage(setReading);
  useTitle(state, list.held.waiting);
  const screen = useRef<HTMLDivElement>(null);

  return (
    <ListProvider value={list}>
      <TickedProvider value={ticking}>
        <StageProvider value={stage}>
          <div ref={screen} className="flex min-h-0 flex-1 flex-col print:hidden">
            {viewBar}
            <div className="flex flex-wrap items-start gap-x-3 gap-y-2 px-3 py-2">
              <Piece
                fallback={
                  <div className="h-8 flex-1 rounded-md border border-edge max-sm:h-11 sm:max-w-2xl" />
                }
              >
                <SearchBox query={query} />
              </Piece>
              <Freshness />
            </div>
            <Piece fallback={<div className="h-9 shrink-0 max-sm:h-13" />}>
              <FacetBar />
            </Piece>
            <Notices />
            <StatusLine
              filter={
                <Piece>
                  <FilterChips query={query} />
                </Piece>
              }
            >
              <Piece>
                {lens?.Tools && <lens.Tools />}
                {tools}
              </Piece>
            </StatusLine>
            <Piece>{lens && <lens.Component />}</Piece>
            {state.loaded > 0 && (
              <Piece>
                {children}
                <TimeCard within={screen} />
              </Piece>
            )}
          </div>
        </StageProvider>
      </TickedProvider>
    </ListProvider>
  );
}
