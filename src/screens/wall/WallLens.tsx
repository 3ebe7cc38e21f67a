import { ArrowLeft } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import { useClock } from '../../ui/clock.ts';
import { useList } from '../frame/list/useList.ts';
import { freshnessOf } from './freshness.ts';
import { useLeave } from './useLeave.ts';
import { WallBatches } from './WallBatches.tsx';
import { WallFailing } from './WallFailing.tsx';
import { WallFailures } from './WallFailures.tsx';
import { WallHead } from './WallHead.tsx';

/**
 * What a team hangs on a wall: what goes on and what fails, to be read from 4 m. Letters are sized
 * by the window: capitals of 2.6 % of its height are 14 mm on a screen of 43 inches. Nothing can be
 * done here but to leave it.
 */
export function WallLens() {
  const { state } = useList();
  const { leave, shown } = useLeave();
  const kind = useClock((now) => freshnessOf(state, now).kind);
  return (
    <section
      aria-label="Wallboard"
      className={classes(
        'relative flex min-h-full flex-1 flex-col gap-[2vh] overflow-auto bg-canvas p-[2.5vh] text-[length:max(1rem,min(3.7vh,5.5vw))] leading-[1.3] tabular-nums',
        kind !== 'fresh' && 'greyed',
        !shown && 'cursor-none',
      )}
    >
      <WallHead />
      <WallBatches />
      <div className="grid min-h-0 flex-1 gap-[3vh] [@media(min-aspect-ratio:4/3)]:grid-cols-2">
        <WallFailing />
        <WallFailures />
      </div>
      <button
        type="button"
        onClick={leave}
        title="Leave the wall (Escape)"
        className={classes(
          'fixed right-[2.5vh] bottom-[2.5vh] inline-flex min-h-11 items-center gap-2 rounded-md border border-line bg-raised px-4 text-ink shadow-lg hover:bg-hover print:hidden',
          !shown && 'opacity-0 focus-visible:opacity-100',
        )}
      >
        <ArrowLeft aria-hidden="true" className="size-[1em]" />
        Leave
      </button>
    </section>
  );
}
