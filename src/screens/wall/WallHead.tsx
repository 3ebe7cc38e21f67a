import { useMemo } from 'react';
import { formatCount } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { useClock } from '../../ui/clock.ts';
import { describeView } from '../../views/describeView.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import { useView } from '../frame/view/useView.ts';
import { countActiveRows } from './countActiveRows.ts';
import { freshnessOf, whyStopped } from './freshness.ts';
import { useScreenOn } from './useScreenOn.ts';
import { minuteText, secondText } from './wallTime.ts';

/** Whose builds, how many are active, and how fresh all of it is. */
export function WallHead() {
  const { state, selection, loading } = useList();
  const [view] = useView();
  const { table } = usePageReplica();
  const now = useSteps();
  const { order } = selection;
  const active = useMemo(
    () => countActiveRows(table, order, now),
    [table, order, now, state.version],
  );
  const all = view.filter.length === 0;
  const said = all ? null : describeView({ filter: view.filter, zone: view.zone, sort: [] });
  const waiting = state.updatedAt === null || state.verifying;
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-[4vh] gap-y-[1vh]">
      <div className="min-w-0">
        <h1 className="truncate font-semibold">
          {view.name === null ? 'Image Builds' : makeVisible(view.name.slice(0, 80))}
        </h1>
        {said !== null && <p className="line-clamp-2 wrap-anywhere text-muted">{said}</p>}
        {view.unknown.length > 0 && (
          <p className="tone-waiting text-tone">
            Not understood in the address: {view.unknown.map(({ name }) => name).join(', ')}
          </p>
        )}
      </div>
      <p className="text-center">
        <span className="text-[2.2em] leading-none font-semibold">
          {waiting ? '–' : formatCount(active)}
        </span>{' '}
        active{loading && ' so far'}
      </p>
      <div className="text-right">
        <WallFreshness />
        <ScreenNote />
      </div>
    </header>
  );
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
  return (
    <>
      {/* What is fresh is not read out each few seconds; that it stopped is, once. */}
      <p role="status" className="text-[1.4em] leading-tight font-semibold text-ink">
        {stopped && `stopped ${text}`}
      </p>
      {stopped && whyStopped(state) !== '' && <p className="max-w-[40ch]">{whyStopped(state)}</p>}
      {text === 'waiting' && <p>waiting for the first answer</p>}
      {text === 'fresh' && state.updatedAt !== null && (
        <p>
          <span
            aria-hidden="true"
            className="mr-[0.4em] inline-block size-[0.6em] rounded-full bg-good"
          />
          as of {secondText(state.updatedAt)}
        </p>
      )}
    </>
  );
}

function ScreenNote() {
  const lock = useScreenOn();
  if (lock === null || lock === 'on') return null;
  return (
    <p className="max-w-[40ch] text-muted">
      {lock === 'none'
        ? 'This browser cannot keep the screen on'
        : 'The browser does not keep the screen on now'}
    </p>
  );
}
