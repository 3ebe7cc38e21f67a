import { type ReactNode, useRef } from 'react';
import { formatCount, plural } from '../../../lib/number.ts';
import { formatAge } from '../../../lib/span.ts';
import { Button } from '../../../ui/Button.tsx';
import { useClock } from '../../../ui/clock.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { useList } from '../list/useList.ts';
import { usePageReplica } from '../list/usePageReplica.ts';
import { useTicked } from '../list/useTicked.ts';
import { NONE_TICKED } from '../list/useTicking.ts';
import { Completeness } from './Completeness.tsx';

export interface StatusLineProps {
  /** What is filtered by: it has its place here, so that nothing moves when it comes. */
  readonly filter: ReactNode;
  readonly children: ReactNode;
}

/** How many builds match, whether that is all, what waits to be shown, and how loading goes. */
export function StatusLine({ filter, children }: StatusLineProps) {
  const replica = usePageReplica();
  const { state, selection, loading, held } = useList();
  const { ticked, setTicked } = useTicked();
  const count = useRef<HTMLSpanElement>(null);
  /** For buttons that are gone once they are pressed: the focus goes to what they changed. */
  const once = (act: () => void) => () => {
    act();
    count.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 px-3 text-sm text-muted max-sm:min-h-22 print:text-ink">
        <div className="flex min-w-0 items-center gap-x-3 max-sm:h-11 max-sm:basis-full max-sm:gap-x-2">
          <span
            ref={count}
            tabIndex={-1}
            role="status"
            // While pages pour in the count would be read out without end.
            aria-live={loading ? 'off' : 'polite'}
            className="font-medium whitespace-nowrap text-ink tabular-nums"
          >
            {formatCount(selection.order.length)} of {formatCount(selection.total + state.unread)}{' '}
            builds
            {loading && <span className="max-sm:sr-only"> so far</span>}
          </span>
          <Completeness state={state} />
          {state.restoredFrom !== null && <CopyAge at={state.restoredFrom} />}
          {loading && state.loaded > 0 && (
            <Button variant="plain" onClick={once(() => replica.stop())}>
              Stop
            </Button>
          )}
          {state.completeness === 'stopped' && (
            <Button variant="plain" onClick={once(() => replica.resume())}>
              Load the rest
            </Button>
          )}
          {held.waiting > 0 && (
            <Button variant="primary" onClick={once(held.show)}>
              {plural(held.waiting, 'new build', 'new builds')}
            </Button>
          )}
          {held.reordered && held.waiting === 0 && (
            <Button onClick={once(held.show)}>Order changed: re-sort</Button>
          )}
        </div>
        {filter}
        {/* On phones a line each, so that what comes and goes in one moves nothing. */}
        <div className="flex items-center justify-end gap-x-3 sm:ml-auto max-sm:h-11 max-sm:basis-full max-sm:justify-start max-sm:gap-x-1">
          {ticked.size > 0 && (
            <Button variant="plain" onClick={once(() => setTicked(NONE_TICKED))}>
              {plural(ticked.size, 'build', 'builds')} selected: clear
            </Button>
          )}
          {children}
        </div>
      </div>
      {loading ? (
        <ProgressBar value={state.loaded} max={state.total} label="Loading builds" />
      ) : (
        <div className="h-0.5 shrink-0" />
      )}
    </>
  );
}

function CopyAge({ at }: { readonly at: number }) {
  const age = useClock((now) => formatAge(now - at));
  return (
    <span
      className="tone-waiting text-tone"
      title="Shown from the copy on this device while the list is read"
    >
      copy from {age}
    </span>
  );
}
