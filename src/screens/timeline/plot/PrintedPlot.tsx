import { formatCount } from '../../../lib/number.ts';
import { KINDS, totalIn } from '../model/kinds.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';
import { AtOnce } from './AtOnce.tsx';
import { Bars } from './Bars.tsx';
import { mostIn } from './stackBars.ts';
import { Ticks } from './Ticks.tsx';

/**
 * Builds over time on paper, above the table of the same figures. Browsers leave backgrounds out of
 * prints: all of it is lines, fills and text.
 */
export function PrintedPlot({ seen }: { readonly seen: SeenTimeline }) {
  const { axis, counts, atOnce, open } = seen.timeline;
  const { byKind } = counts;
  const count = axis.edges.length - 1;
  const there = KINDS.filter(({ kind }) => byKind[kind]?.some((one) => one > 0));
  return (
    <figure aria-label="Builds over time" className="mb-3 break-inside-avoid">
      <figcaption className="mb-1 flex flex-wrap gap-x-3">
        <span>Builds by when they were created, at most {formatCount(mostIn(byKind))}:</span>
        {there.map(({ kind, word, tone }) => (
          <span key={kind} className="flex items-center gap-1">
            <svg aria-hidden="true" viewBox="0 0 1 1" className={`${tone} size-2 text-tone`}>
              <rect width="1" height="1" fill="currentColor" />
            </svg>
            {word}
          </span>
        ))}
        {open >= 0 && totalIn(byKind, open) > 0 && <span>the dashed one so far</span>}
      </figcaption>
      <div className="relative border-b border-[#000]">
        <div className="relative h-40">
          <Bars byKind={byKind} />
        </div>
        <div className="relative mt-2 h-20 border-t border-[#999]">
          <AtOnce atOnce={atOnce} />
        </div>
        {open >= 0 && (
          <div
            className="absolute inset-y-0 border-x border-dashed border-[#000]"
            style={{ left: `${(100 * open) / count}%`, width: `${100 / count}%` }}
          />
        )}
      </div>
      <Ticks seen={seen} />
    </figure>
  );
}
