import { formatAge } from '../../../lib/span.ts';
import { Button } from '../../../ui/Button.tsx';
import { useClock } from '../../../ui/clock.ts';
import { ICONS, Icon } from '../../../ui/Icon.tsx';
import { useList } from '../list/useList.ts';
import { usePageReplica } from '../list/usePageReplica.ts';

/** How old what is shown is, when the next check is due, and the switch that pauses checking. */
export function Freshness() {
  const replica = usePageReplica();
  const { state } = useList();
  const { paused } = state;
  return (
    <span className="inline-flex items-center gap-1 text-sm text-muted">
      {/* What changes its width stands last: no button moves under the pointer. */}
      <Button onClick={() => replica.refresh()} aria-label="Refresh">
        <Icon path={ICONS.refresh} />
        <span className="max-sm:hidden">Refresh</span>
      </Button>
      <Button
        variant="plain"
        aria-pressed={paused}
        title={paused ? 'Go on checking for changes' : 'Stop checking for changes'}
        onClick={() => replica.setPaused(!paused)}
        className="text-sm max-sm:min-w-18"
      >
        {paused ? 'Paused' : <NextCheck at={state.nextCheckAt} fetching={state.fetching} />}
      </Button>
      {state.updatedAt !== null && <Updated at={state.updatedAt} />}
    </span>
  );
}

function Updated({ at }: { readonly at: number }) {
  const age = useClock((now) => formatAge(now - at));
  return <span className="tabular-nums max-sm:hidden">updated {age}</span>;
}

function NextCheck({ at, fetching }: { readonly at: number | null; readonly fetching: boolean }) {
  const seconds = useClock((now) =>
    at === null ? null : Math.max(0, Math.ceil((at - now) / 1000)),
  );
  if (fetching || seconds === 0) return <span className="tabular-nums">checking</span>;
  if (seconds === null) return 'Live';
  return (
    <span className="tabular-nums">
      <span className="max-sm:sr-only">next check in </span>
      {seconds} s
    </span>
  );
}
