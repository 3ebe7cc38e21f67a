import { type ReactNode, useCallback, useDeferredValue, useId, useState } from 'react';
import { formatCount } from '../../../lib/number.ts';
import { Button } from '../../../ui/Button.tsx';
import { useView } from '../../frame/view/useView.ts';
import { bucketLink, timeOf } from '../model/bucketLink.ts';
import { comparedRange, hasRange, withRange } from '../model/createdRange.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';
import { Bars } from './Bars.tsx';
import { BucketTable } from './BucketTable.tsx';
import { Plot } from './Plot.tsx';
import { endsOf } from './pickBuckets.ts';
import { Readout } from './Readout.tsx';
import { mostIn } from './stackBars.ts';
import { Ticks } from './Ticks.tsx';
import { usePicking } from './usePicking.ts';

export interface TimelineFigureProps {
  readonly live: SeenTimeline;
  /** How high the bars are. */
  readonly barsClass: string;
  /** What is drawn below the bars over the same time. */
  readonly below?: (seen: SeenTimeline) => ReactNode;
  /** What is said before all else. */
  readonly lead?: ReactNode;
  /** False where the figures stand beside it as the table of a lens. */
  readonly figures: boolean;
}

/**
 * Builds over time: bars by status, of which a stretch is taken that becomes the view's time of
 * creation, so that Back undoes it. Only what a person does makes it higher.
 */
export function TimelineFigure({ live, barsClass, below, lead, figures }: TimelineFigureProps) {
  const [view, actions] = useView();
  const [shown, setShown] = useState(false);
  const id = useId();
  const isTaken = hasRange(view);
  const compared = comparedRange(view);
  const clear = () => {
    if (isTaken) actions.push((now) => withRange(now, null));
    // The button has nothing more to do, and may not keep the focus.
    picking.plot.current?.focus({ preventScroll: true });
  };
  const picking = usePicking({
    seen: live,
    onTake: ({ timeline }, first, last) =>
      actions.push((now) => withRange(now, timeOf(timeline, first, last))),
    onUndo: clear,
  });
  const { seen, pick } = picking;
  const { timeline } = seen;
  // The figures follow the drawing: nobody reads them while typing.
  const read = useDeferredValue(seen);
  const linkTo = useCallback(
    (bucket: number, search: string | null) => bucketLink(view, read.timeline, bucket, search),
    [view, read],
  );
  return (
    <figure aria-label="Builds over time" className="shrink-0 px-3 pb-1 print:hidden">
      <div className="flex min-h-8 items-center gap-x-2 max-sm:flex-wrap">
        {lead}
        <Readout
          seen={seen}
          ends={pick === null ? null : endsOf(pick)}
          summed={lead !== undefined}
        />
        <span className="flex shrink-0 gap-1">
          <Button
            variant="plain"
            disabled={!isTaken}
            onClick={clear}
            className={isTaken ? '' : 'max-sm:hidden'}
          >
            Clear the range
          </Button>
          {compared !== null && (
            <Button
              variant="plain"
              title="Compare this time with the time before it"
              onClick={() => actions.push((now) => comparedRange(now) ?? now)}
            >
              Compare
              <span className="max-xl:sr-only">with the stretch before</span>
            </Button>
          )}
          {figures && (
            <Button
              variant="plain"
              aria-expanded={shown}
              aria-controls={id}
              onClick={() => setShown(!shown)}
            >
              Figures
            </Button>
          )}
        </span>
      </div>
      <Plot seen={seen} picking={picking}>
        <div className={`relative ${barsClass}`}>
          <Bars byKind={timeline.counts.byKind} />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-0 left-0 bg-canvas/70 px-1 text-xs text-muted tabular-nums"
          >
            {formatCount(mostIn(timeline.counts.byKind))}
          </span>
        </div>
        {below?.(seen)}
      </Plot>
      <Ticks seen={seen} />
      <p id={picking.hint} className="sr-only">
        Arrow keys go from one time to the next, with Shift they select several, Enter shows the
        builds of what is selected, Escape undoes it.
      </p>
      {figures && <BucketTable seen={read} id={id} shown={shown} linkTo={linkTo} />}
    </figure>
  );
}
