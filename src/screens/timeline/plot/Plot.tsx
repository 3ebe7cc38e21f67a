import type { ReactNode } from 'react';
import { classes } from '../../../ui/classes.ts';
import { sayBuckets } from '../model/bucketText.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';
import { endsOf, type Pick } from './pickBuckets.ts';
import type { Picking } from './usePicking.ts';

export interface PlotProps {
  readonly seen: SeenTimeline;
  readonly picking: Picking;
  /** What the range is that is taken here. */
  readonly label: string;
  /** Drawings over the same buckets, one below the other. */
  readonly children: ReactNode;
}

/**
 * What is drawn over time, and how a stretch of it is taken: by a drag, a click, or the keys, for
 * which it is a slider.
 */
export function Plot({ seen, picking, label, children }: PlotProps) {
  const { timeline } = seen;
  const count = timeline.axis.edges.length - 1;
  const { pick } = picking;
  const [first, last] = pick === null ? [count - 1, count - 1] : endsOf(pick);
  return (
    <div
      ref={picking.plot}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={(pick?.to ?? count - 1) + 1}
      aria-valuetext={sayBuckets(seen, first, last)}
      aria-describedby={picking.hint}
      {...picking.handlers}
      className="relative cursor-crosshair touch-pan-y border-b border-edge select-none"
    >
      {children}
      {timeline.open >= 0 && <Band first={timeline.open} last={timeline.open} count={count} open />}
      {pick !== null && <Band first={first} last={last} count={count} by={pick.by} />}
    </div>
  );
}

interface BandProps {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly open?: boolean;
  readonly by?: Pick['by'];
}

/** Some buckets from top to bottom: those not over yet, or those that are pointed at. */
function Band({ first, last, count, open = false, by }: BandProps) {
  return (
    <div
      aria-hidden="true"
      className={classes(
        'pointer-events-none absolute inset-y-0',
        open && 'hatched',
        by !== undefined && 'picked-band',
      )}
      style={{ left: `${(100 * first) / count}%`, width: `${(100 * (last + 1 - first)) / count}%` }}
    />
  );
}
