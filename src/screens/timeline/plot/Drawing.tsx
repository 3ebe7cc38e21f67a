import type { ReactNode } from 'react';
import type { SeenTimeline } from '../model/useTimeline.ts';
import { CountedBars } from './CountedBars.tsx';
import { LiveBars } from './LiveBars.tsx';
import { Plot } from './Plot.tsx';
import { Ticks } from './Ticks.tsx';
import type { Picking } from './usePicking.ts';

export interface DrawingLook {
  /** How high the bars are. */
  readonly barsClass: string;
  /** What is drawn below the bars over the same time. */
  readonly below?: (seen: SeenTimeline) => ReactNode;
}

export interface DrawingProps extends DrawingLook {
  readonly picking: Picking;
  /** The bars are those of the view: they come with its rows. */
  readonly ofView: boolean;
  /** What the range is that is taken here. */
  readonly label: string;
  /** What the keys do. */
  readonly hint: string;
  /** Drawn over the bars. */
  readonly children?: ReactNode;
}

/** Bars over time, what stands below them over the same time, and when that is. */
export function Drawing(props: DrawingProps) {
  const { picking, ofView, barsClass, below, label, hint, children } = props;
  const { seen, held } = picking;
  return (
    <>
      <Plot seen={seen} picking={picking} label={label}>
        {ofView && !held ? (
          <LiveBars className={barsClass} />
        ) : (
          <CountedBars byKind={seen.timeline.counts.byKind} className={barsClass} />
        )}
        {below?.(seen)}
        {children}
      </Plot>
      <Ticks seen={seen} />
      <p id={picking.hint} className="sr-only">
        {hint}
      </p>
    </>
  );
}
