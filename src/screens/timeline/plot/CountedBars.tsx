import { formatCount } from '../../../lib/number.ts';
import { Bars } from './Bars.tsx';
import { mostIn } from './stackBars.ts';

export interface CountedBarsProps {
  readonly byKind: readonly Uint32Array[];
  /** How high the bars are. */
  readonly className: string;
}

/** The bars, and how many builds the highest one is. */
export function CountedBars({ byKind, className }: CountedBarsProps) {
  return (
    <div className={`relative ${className}`}>
      <Bars byKind={byKind} />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-0 left-0 bg-canvas/70 px-1 text-xs text-muted tabular-nums"
      >
        {formatCount(mostIn(byKind))}
      </span>
    </div>
  );
}
