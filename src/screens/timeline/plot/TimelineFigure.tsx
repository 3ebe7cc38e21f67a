import { memo, type ReactNode, useDeferredValue, useId, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { withTimeline } from '../../../views/editView.ts';
import { useView, useViewActions } from '../../frame/view/useView.ts';
import { timeOf } from '../model/bucketLink.ts';
import { comparableRange, hasRange, withRange } from '../model/createdRange.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';
import { BucketTable } from './BucketTable.tsx';
import { Drawing, type DrawingLook } from './Drawing.tsx';
import { OtherRange } from './OtherRange.tsx';
import { endsOf } from './pickBuckets.ts';
import { RangeButtons, type RangeButtonsProps } from './RangeButtons.tsx';
import { Readout } from './Readout.tsx';
import { usePicking } from './usePicking.ts';

export interface TimelineFigureProps extends DrawingLook {
  readonly live: SeenTimeline;
  /** What is said before all else. */
  readonly lead?: ReactNode;
  /** False where the figures stand beside it as the table of a lens. */
  readonly figures: boolean;
}

/**
 * Builds over time: bars by status, of which a stretch is taken that becomes the view's time of
 * creation, so that Back undoes it; then another one, to compare it with. Only what a person does
 * makes it higher.
 */
export function TimelineFigure(props: TimelineFigureProps) {
  const { barsClass, below } = props;
  const [view] = useView();
  /** The range that another one is to be taken for; another range ends that. */
  const [comparing, setComparing] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  return (
    <figure aria-label="Builds over time" className="shrink-0 px-3 pb-1 print:hidden">
      {comparing !== null && comparing === comparableRange(view) ? (
        <OtherRange
          barsClass={barsClass}
          {...(below && { below })}
          onLeave={() => {
            setComparing(null);
            setLeft(true);
          }}
        />
      ) : (
        <OneRange
          {...props}
          opened={view.timeline === 'figures'}
          taken={hasRange(view)}
          left={left}
          onOther={setComparing}
        />
      )}
    </figure>
  );
}

const HINT =
  'Arrow keys go from one time to the next, with Shift they select several, Enter shows the builds of what is selected, Escape undoes it.';

interface OneRangeProps extends TimelineFigureProps, Pick<RangeButtonsProps, 'left' | 'onOther'> {
  /** The figures are opened below the bars. */
  readonly opened: boolean;
  /** The view has a time of creation. */
  readonly taken: boolean;
}

/** Drawn anew when it says something else, not with each key: the bars are that fast alone. */
const OneRange = memo(function OneRange({
  live,
  lead,
  figures,
  opened,
  taken,
  left,
  onOther,
  ...look
}: OneRangeProps) {
  const actions = useViewActions();
  const id = useId();
  const clear = () => {
    if (taken) actions.push((now) => withRange(now, null));
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
  // The figures follow the drawing: nobody reads them while typing.
  const read = useDeferredValue(seen);
  return (
    <>
      <div className="flex min-h-8 items-center gap-x-2 max-sm:flex-wrap">
        {lead}
        <Readout
          seen={seen}
          ends={pick === null ? null : endsOf(pick)}
          summed={lead !== undefined}
        />
        <span className="flex shrink-0 gap-1 max-sm:max-w-full max-sm:flex-wrap">
          <RangeButtons onClear={clear} left={left} onOther={onOther} />
          {figures && (
            <Button
              variant="plain"
              aria-expanded={opened}
              aria-controls={id}
              onClick={() => actions.replace((now) => withTimeline(now, opened ? '1' : 'figures'))}
            >
              Figures
            </Button>
          )}
        </span>
      </div>
      <Drawing {...look} picking={picking} ofView label="Range of time" hint={HINT} />
      {figures && <BucketTable seen={read} id={id} shown={opened} />}
    </>
  );
});
