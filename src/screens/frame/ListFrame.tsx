import { type ReactNode, useRef, useState } from 'react';
import { classes } from '../../ui/classes.ts';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Piece } from '../../ui/Piece.tsx';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { BarsPlace } from './BarsPlace.tsx';
import { currentLens } from './lens/currentLens.ts';
import { useLenses } from './lens/useLenses.ts';
import { useBuildList } from './list/useBuildList.ts';
import { ListProvider } from './list/useList.ts';
import { usePageReplica } from './list/usePageReplica.ts';
import { useReading } from './list/useReading.ts';
import { StageProvider, useNewStage } from './list/useStage.ts';
import { TickedProvider } from './list/useTicked.ts';
import { NONE_TICKED, useTicking } from './list/useTicking.ts';
import { SkipLink } from './SkipLink.tsx';
import { Notices } from './status/Notices.tsx';
import { useTitle } from './status/useTitle.ts';
import { useView } from './view/useView.ts';

const Bars = lazyPiece(async () => (await import('./Bars.tsx')).Bars);
const TimeCard = lazyPiece(async () => (await import('../build/TimeCard.tsx')).TimeCard);

export interface ListFrameProps {
  /** The saved views, above all else. */
  readonly viewBar: ReactNode;
  /** What may stand between what is filtered by and the lens. */
  readonly above: ReactNode;
  /** What can be done with the list on every lens, in the status line. */
  readonly tools: ReactNode;
  /** What is under way, in one line that is there anyway. */
  readonly news: ReactNode;
  /** What is there once there are builds and needs no place: keys, print. */
  readonly children: ReactNode;
}

/** What holds on every lens: search, facets, chips, status line; then the lens that is chosen. */
export function ListFrame({ viewBar, above, news, tools, children }: ListFrameProps) {
  const [view] = useView();
  const lens = currentLens(useLenses(), view);
  const whole = lens?.whole === true;
  const replica = usePageReplica();
  const [ticked, setTicked] = useState(NONE_TICKED);
  const [reasons, setReading] = useReading(lens?.lens);
  const list = useBuildList(replica, view, {
    reading: reasons.size > 0 || ticked.size > 0 || view.open.length > 0,
    within: reasons.has('pointer') || reasons.has('focus'),
  });
  const { state } = list;
  // Of a token that is not yet known to be of this account nothing is ticked, nor shown.
  const ticking = useTicking(list.rows, state.verifying ? NONE_TICKED : ticked, setTicked);
  const stage = useNewStage(setReading, reasons.size > 0);
  useTitle(state, list.held.waiting);
  const narrow = useMediaQuery(NARROW);
  const notices = <Notices />;
  const screen = useRef<HTMLDivElement>(null);

  return (
    <ListProvider value={list}>
      <TickedProvider value={ticking}>
        <StageProvider value={stage}>
          <div
            ref={screen}
            className={classes(
              'flex min-h-0 flex-1 flex-col compact:block',
              !whole && 'print:hidden',
            )}
          >
            {!whole && (
              <>
                <SkipLink />
                {!narrow && viewBar}
                <Piece fallback={<BarsPlace notices={notices} />}>
                  <Bars views={narrow && viewBar} notices={notices} news={news}>
                    <Piece>
                      {lens?.Tools && <lens.Tools />}
                      {tools}
                    </Piece>
                  </Bars>
                </Piece>
                {above}
              </>
            )}
            <Piece>{lens && <lens.Component />}</Piece>
            {!whole && state.loaded > 0 && (
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
