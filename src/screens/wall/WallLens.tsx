import { ArrowLeft } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import { useClock } from '../../ui/clock.ts';
import { useList } from '../frame/list/useList.ts';
import { freshnessOf } from './freshness.ts';
import { useLeave } from './useLeave.ts';
import { WallBatches } from './WallBatches.tsx';
import { WallEmpty } from './WallEmpty.tsx';
import { WallFailing } from './WallFailing.tsx';
import { WallFailures } from './WallFailures.tsx';
import { WallHead } from './WallHead.tsx';

/**
 * What a team hangs on a wall: what goes on and what fails, to be read from 4 m. Letters are sized
 * by the shorter side of the window: capitals of 2.6 % of it are 14 mm on a screen of 43 inches,
 * whichever way it hangs. Nothing can be done here but to leave it.
 */
export function WallLens() {
  const { state } = useList();
  const { leave, shown } = useLeave();
  const kind = useClock((now) => freshnessOf(state, now).kind);
  return (
    <section
      aria-label="Wallboard"
      className={classes(
        'relative flex min-h-full flex-1 flex-col gap-[0.6em] overflow-auto bg-canvas p-[0.7em] text-[length:max(1rem,3.7vmin)] leading-[1.3] tabular-nums print:overflow-visible',
        kind !== 'fresh' && 'greyed',
        !shown && 'cursor-none',
      )}
    >
      <WallHead />
      <WallBody />
      <button
        type="button"
        onClick={leave}
        title="Leave the wall (Escape)"
        className={classes(
          'fixed right-[0.7em] bottom-[0.7em] inline-flex min-h-11 items-center gap-2 rounded-md border border-line bg-raised px-4 text-ink shadow-lg hover:bg-hover print:hidden',
          !shown && 'opacity-0 focus-visible:opacity-100',
        )}
      >
        <ArrowLeft aria-hidden="true" className="size-[1em]" />
        Leave
      </button>
    </section>
  );
}

/** The two lists share what the rest leaves of the screen, beside or below one another. */
function WallBody() {
  const { state, selection, loading } = useList();
  // Of a token that is not yet known to be of this account nothing is shown.
  if (state.verifying) return null;
  if (state.completeness === 'complete' && !loading && selection.order.length === 0) {
    return <WallEmpty />;
  }
  return (
    <>
      <WallBatches />
      <div className="grid min-h-[16em] flex-1 grid-rows-2 gap-x-[0.8em] gap-y-[0.6em] compact:grid-rows-none wide:min-h-[8em] wide:grid-cols-2 wide:grid-rows-1 print:grid-rows-none">
        <WallFailing />
        <WallFailures />
      </div>
    </>
  );
}
