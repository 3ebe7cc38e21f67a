import { formatAge } from '../../../lib/span.ts';
import { Button } from '../../../ui/Button.tsx';
import { useClock } from '../../../ui/clock.ts';
import { ICONS, Icon } from '../../../ui/Icon.tsx';
import { useList } from '../list/useList.ts';
import { usePageReplica } from '../list/usePageReplica.ts';

/** The switch between live and paused, a look right now, and how old what is shown is. */
export function Freshness() {
  const replica = usePageReplica();
  const { state } = useList();
  const { paused, pollEveryMs } = state;
  return (
    <span className="inline-flex items-center gap-1 text-sm text-muted">
      <Button
        role="switch"
        aria-checked={!paused}
        aria-label="Live updates"
        title={switchTitle(paused, pollEveryMs)}
        onClick={() => replica.setPaused(!paused)}
        className="max-sm:min-w-20"
      >
        <span
          aria-hidden="true"
          className={paused ? 'size-2 border border-edge' : 'size-2 rounded-full bg-good'}
        />
        {/* Both words have their place, so that neither moves what stands beside them. */}
        <span className="grid text-left">
          <span
            className={paused ? 'invisible col-start-1 row-start-1' : 'col-start-1 row-start-1'}
          >
            Live
          </span>
          <span
            className={paused ? 'col-start-1 row-start-1' : 'invisible col-start-1 row-start-1'}
          >
            Paused
          </span>
        </span>
      </Button>
      <Button
        variant="plain"
        onClick={() => replica.refresh()}
        aria-label="Refresh"
        title="Refresh"
      >
        <Icon path={ICONS.refresh} />
      </Button>
      {state.updatedAt !== null && <Updated at={state.updatedAt} />}
    </span>
  );
}

/** Quiet: what is a minute old at most is said to be new, so that no number ticks. */
function Updated({ at }: { readonly at: number }) {
  const age = useClock((now) => updatedText(now - at));
  return <span className="tabular-nums max-md:sr-only">{age}</span>;
}

const MINUTE = 60_000;

/** `updated just now`, `updated 4 min ago`; milliseconds in. */
export function updatedText(age: number): string {
  return `updated ${age < MINUTE ? 'just now' : formatAge(age)}`;
}

/** What the switch does, and how often the list is looked at. */
function switchTitle(paused: boolean, everyMs: number | null): string {
  if (paused) return 'Go on checking for changes';
  const often = everyMs === null ? '' : `, now every ${Math.round(everyMs / 1000)} s`;
  return `Checks for changes by itself${often}. Pause it`;
}
