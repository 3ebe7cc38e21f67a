import { type ReactNode, useRef } from 'react';
import { formatCount, plural } from '../../../lib/number.ts';
import { formatAge } from '../../../lib/span.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
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

/** On phones it lies over the list, where a thumb finds it: there is no room beside the count. */
const PILL =
  'max-sm:fixed max-sm:bottom-4 max-sm:left-1/2 max-sm:z-30 max-sm:-translate-x-1/2 max-sm:shadow-lg';

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
  const clear = once(() => setTicked(NONE_TICKED));
  return (
    <>
      <div className="grid min-h-8 shrink-0 grid-cols-[minmax(0,1fr)_auto] items-center max-[19rem]:grid-cols-1 gap-x-3 px-3 text-sm text-muted max-sm:min-h-11 max-sm:gap-x-1 lg:flex print:text-ink">
        <div className="flex min-w-0 items-center gap-x-3 max-sm:gap-x-1 lg:shrink-0">
          <span
            ref={count}
            tabIndex={-1}
            role="status"
            // While pages pour in the count would be read out without end.
            aria-live={loading ? 'off' : 'polite'}
            className={classes(
              'font-medium whitespace-nowrap text-ink tabular-nums',
              (loading || ticked.size > 0) && 'max-sm:sr-only',
            )}
          >
            {formatCount(selection.order.length)} of {formatCount(selection.total + state.unread)}{' '}
            <span className="max-sm:sr-only">builds{loading && ' so far'}</span>
          </span>
          <span className={classes('flex min-w-0', ticked.size > 0 && 'max-sm:sr-only')}>
            <Completeness state={state} />
          </span>
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
            <Button variant="primary" onClick={once(held.show)} className={PILL}>
              {plural(held.waiting, 'new build', 'new builds')}
            </Button>
          )}
          {held.reordered && held.waiting === 0 && (
            <Button onClick={once(held.show)} className={PILL}>
              Order changed: re-sort
            </Button>
          )}
          {ticked.size > 0 && (
            <Button variant="plain" onClick={clear} className="md:hidden">
              {formatCount(ticked.size)} selected: clear
            </Button>
          )}
        </div>
        {filter}
        <div className="flex min-h-8 items-center justify-end gap-x-3 max-lg:col-start-2 max-lg:row-start-1 max-[19rem]:col-start-1 max-[19rem]:row-start-2 max-sm:min-h-11 max-sm:gap-x-0 lg:ml-auto">
          {ticked.size > 0 && (
            <Button variant="plain" onClick={clear} className="max-md:hidden">
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
