import { useEffect } from 'react';
import { plotPlace, type TimeAxis } from '../../../insights/timeline/TimeAxis.ts';
import { Button } from '../../../ui/Button.tsx';
import { useList } from '../../frame/list/useList.ts';
import { useView } from '../../frame/view/useView.ts';
import { timeOf } from '../model/bucketLink.ts';
import { type CreatedRange, comparedRange, createdRange } from '../model/createdRange.ts';
import { useTimeline } from '../model/useTimeline.ts';
import { Drawing, type DrawingLook } from './Drawing.tsx';
import { endsOf } from './pickBuckets.ts';
import { Readout } from './Readout.tsx';
import { usePicking } from './usePicking.ts';

export interface OtherRangeProps extends DrawingLook {
  readonly onLeave: () => void;
}

/** All the time there is, of which a second stretch is taken: what is compared with the first. */
export function OtherRange({ onLeave, ...look }: OtherRangeProps) {
  const [, actions] = useView();
  const { clauses } = useList();
  const picking = usePicking({
    seen: useTimeline(true),
    onTake: ({ timeline }, first, last) =>
      actions.push((now) => comparedRange(now, timeOf(timeline, first, last))),
    onUndo: onLeave,
  });
  const { plot, pick, seen } = picking;
  // The button that was pressed has gone: the keys go on where the range is taken.
  useEffect(() => plot.current?.focus({ preventScroll: true }), [plot]);
  return (
    <>
      <div className="flex min-h-8 items-center gap-x-2 max-sm:flex-wrap">
        {pick === null ? (
          <p className="min-w-0 flex-1 text-sm font-medium max-sm:h-10 max-sm:basis-40">
            Take the range to compare with
            <span className="max-sm:sr-only">: drag over it, or use the arrows and Enter</span>.
          </p>
        ) : (
          <Readout seen={seen} ends={endsOf(pick)} summed={false} />
        )}
        <Button variant="plain" onClick={onLeave}>
          Do not compare
        </Button>
      </div>
      <Drawing
        {...look}
        picking={picking}
        ofView={false}
        label="Range of time to compare with"
        hint="The range that was taken is outlined. Arrow keys go from one time to the next, with Shift they select several, Enter compares what is selected with the outlined range, Escape leaves."
      >
        <Outline axis={seen.timeline.axis} taken={createdRange(clauses)} />
      </Drawing>
    </>
  );
}

/** Where the first range lies, however short it is. */
function Outline({
  axis,
  taken: { from, to },
}: {
  readonly axis: TimeAxis;
  readonly taken: CreatedRange;
}) {
  const left = plotPlace(axis, from ?? Number.NEGATIVE_INFINITY);
  const right = plotPlace(axis, to ?? Number.POSITIVE_INFINITY);
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 min-w-1 bg-ink/10 outline-2 -outline-offset-2 outline-ink outline-dashed"
      style={{ left: `${100 * left}%`, width: `${100 * (right - left)}%` }}
    />
  );
}
