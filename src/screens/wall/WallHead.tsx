import { useMemo } from 'react';
import { formatCount } from '../../lib/number.ts';
import { makeVisible, middleCut } from '../../lib/text.ts';
import type { Completeness } from '../../replica/ReplicaState.ts';
import { useGatewayInfo } from '../../session/useGatewayInfo.ts';
import { useSession } from '../../session/useSession.ts';
import { useClock } from '../../ui/clock.ts';
import type { View } from '../../views/address/View.ts';
import { describeTerm } from '../../views/terms/describeTerm.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { completenessText } from '../frame/status/Completeness.tsx';
import { useView } from '../frame/view/useView.ts';
import { countActiveRows } from './countActiveRows.ts';
import { freshnessOf, whyStopped } from './freshness.ts';
import { useScreenOn } from './useScreenOn.ts';
import { useWallTime } from './useWallTime.ts';
import { minuteText, secondText } from './wallTime.ts';

/** Whose builds, how many are active, and how fresh all of it is. */
export function WallHead() {
  const { state, selection, loading } = useList();
  const [view] = useView();
  const { table } = usePageReplica();
  const now = useWallTime();
  const { order } = selection;
  const active = useMemo(
    () => countActiveRows(table, order, now),
    [table, order, now, state.version],
  );
  const waiting = state.updatedAt === null || state.verifying;
  return (
    <header className="grid grid-cols-[1fr_auto] items-start gap-x-[1em] gap-y-[0.3em] wide:grid-cols-[1fr_auto_1fr]">
      <div className="min-w-0">
        <h1 className="truncate font-semibold">
          {view.name === null ? 'Image Builds' : makeVisible(view.name.slice(0, 80))}
        </h1>
        <WallOwner />
        {view.filter.length > 0 && (
          <p className="line-clamp-3 wrap-anywhere text-muted">{filterText(view)}</p>
        )}
        {view.unknown.length > 0 && (
          <p className="tone-waiting line-clamp-2 wrap-anywhere text-tone">
            Not understood in the address: {view.unknown.map(({ name }) => name).join(', ')}
          </p>
        )}
      </div>
      <p className="text-center">
        <span className="text-[2.2em] leading-none font-semibold">
          {waiting ? '–' : formatCount(active)}
        </span>{' '}
        <span className="whitespace-nowrap">active{loading && ' so far'}</span>
      </p>
      <div className="col-span-2 min-w-0 wide:col-span-1 wide:text-right">
        <WallFreshness />
        <Missing />
        <ScreenNote />
      </div>
    </header>
  );
}

/** Whose builds these are where they are not one's own from the API: nobody takes a demo for real. */
function WallOwner() {
  const info = useGatewayInfo();
  const session = useSession();
  const team = session.kind === 'signed-in' ? session.team : null;
  const said = [
    info !== null && info.upstream === null ? 'Demo data' : null,
    team === null ? null : `Team ${middleCut(team, 9)}`,
  ].filter((part) => part !== null);
  if (said.length === 0) return null;
  return <p className="truncate text-muted">{said.join(' · ')}</p>;
}

/** `Status is failed; image matches “swe-*”` */
function filterText({ filter, zone }: Pick<View, 'filter' | 'zone'>): string {
  const text = filter.map((term) => describeTerm(term, zone ?? 'UTC')).join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** When what is shown was so; since when nothing more comes, and why. Moves with answers alone. */
function WallFreshness() {
  const { state } = useList();
  const text = useClock((now) => {
    const fresh = freshnessOf(state, now);
    if (fresh.kind === 'stopped') return minuteText(fresh.at, now);
    return fresh.kind;
  });
  const stopped = text !== 'fresh' && text !== 'waiting';
  const why = whyStopped(state);
  return (
    <>
      {/* What is fresh is not read out each few seconds; that it stopped is, once. */}
      <p
        role="status"
        className="text-[1.4em] leading-tight font-semibold text-balance text-ink forced-colors:text-[CanvasText]"
      >
        {stopped && <Stopped text={text} />}
      </p>
      {text === 'waiting' && <p>waiting for the first answer</p>}
      {text !== 'fresh' && why !== '' && <p className="text-balance">{why}</p>}
      {text === 'fresh' && state.updatedAt !== null && (
        <p>
          <span
            aria-hidden="true"
            className="mr-[0.4em] inline-block size-[0.5em] rounded-full border-[0.3em] border-good"
          />
          as of {secondText(state.updatedAt)}
        </p>
      )}
    </>
  );
}

/** Broken between the day and the time alone. */
function Stopped({ text }: { readonly text: string }) {
  const [day, time] = `stopped ${text}`.split(', ');
  return (
    <>
      <span className="whitespace-nowrap">{day}</span>
      {time !== undefined && (
        <>
          , <span className="whitespace-nowrap">{time}</span>
        </>
      )}
    </>
  );
}

/** What a list is said to be that nobody could prove: else its figures would pass for the truth. */
const UNPROVEN: readonly Completeness[] = ['incomplete', 'stopped', 'unprovable'];

function Missing() {
  const { state } = useList();
  if (!UNPROVEN.includes(state.completeness) && state.unread === 0) return null;
  return <p className="tone-waiting text-balance text-tone">{completenessText(state)}</p>;
}

function ScreenNote() {
  const lock = useScreenOn();
  if (lock === null || lock === 'on') return null;
  return (
    <p className="text-balance text-muted">
      {lock === 'none'
        ? 'This browser cannot keep the screen on'
        : 'The browser does not keep the screen on now'}
    </p>
  );
}
