import type { ReactNode } from 'react';
import { formatCount } from '../../../lib/number.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';
import { Bars } from './Bars.tsx';
import { Plot } from './Plot.tsx';
import { mostIn } from './stackBars.ts';
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
  /** What the range is that is taken here. */
  readonly label: string;
  /** What the keys do. */
  readonly hint: string;
  /** Drawn over the bars. */
  readonly children?: ReactNode;
}

/** Bars over time, what stands below them over the same time, and when that is. */
export function Drawing({ picking, barsClass, below, label, hint, children }: DrawingProps) {
  const { seen } = picking;
  const { byKind } = seen.timeline.counts;
  return (
    <>
      <Plot seen={seen} picking={picking} label={label}>
        <div className={`relative ${barsClass}`}>
          <Bars byKind={byKind} />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-0 left-0 bg-canvas/70 px-1 text-xs text-muted tabular-nums"
          >
            {formatCount(mostIn(byKind))}
          </span>
        </div>
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
