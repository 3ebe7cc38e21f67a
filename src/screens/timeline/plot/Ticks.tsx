import { NARROW, useMediaQuery } from '../../../ui/useMediaQuery.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';

/** A label further right would leave the drawing. */
const LAST = 0.92;

/** When some of the buckets begin, below them. */
export function Ticks({ seen }: { readonly seen: SeenTimeline }) {
  const count = seen.timeline.axis.edges.length - 1;
  const most = useMediaQuery(NARROW) ? 3 : 8;
  const every = Math.max(1, Math.ceil(count / most));
  const at: number[] = [];
  for (let bucket = 0; bucket < count && bucket / count < LAST; bucket += every) at.push(bucket);
  return (
    <div aria-hidden="true" className="relative h-4 text-xs text-muted tabular-nums">
      {at.map((bucket) => (
        <span
          key={bucket}
          className="absolute border-l border-edge pl-1 leading-4 whitespace-nowrap"
          style={{ left: `${(100 * bucket) / count}%` }}
        >
          {seen.words.tick(bucket)}
        </span>
      ))}
    </div>
  );
}
