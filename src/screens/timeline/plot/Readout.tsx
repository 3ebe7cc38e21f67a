import { formatCount, plural } from '../../../lib/number.ts';
import { classes } from '../../../ui/classes.ts';
import { formatMean, sumBuckets } from '../model/bucketText.ts';
import { KINDS } from '../model/kinds.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';

export interface ReadoutProps {
  readonly seen: SeenTimeline;
  /** The buckets that are pointed at; null: all are told of. */
  readonly ends: readonly [first: number, last: number] | null;
  /** The sum of all is said before it. */
  readonly summed: boolean;
}

/** The figures of what is pointed at, or of all; a legend at once. As high whatever it says. */
export function Readout({ seen, ends, summed }: ReadoutProps) {
  const { timeline, words, complete } = seen;
  const count = timeline.axis.edges.length - 1;
  const [first, last] = ends ?? [0, count - 1];
  const { total, parts, running, waiting, open } = sumBuckets(seen, first, last);
  const { unknown, later } = timeline.counts;
  return (
    <p className="min-w-0 flex-1 truncate text-sm text-muted tabular-nums max-sm:h-10 max-sm:basis-40 max-sm:whitespace-normal">
      <span className="font-medium text-ink">
        {ends === null ? words.step : `${words.range(first, last)}${open ? ' so far' : ''}`}
      </span>{' '}
      {(ends !== null || !summed) && (
        <span className="text-ink">
          {plural(total, 'build', 'builds')}
          {ends === null && !complete && ' so far'}
        </span>
      )}
      {KINDS.map(({ kind, word, tone }, at) => {
        const part = parts[at] ?? 0;
        if (part === 0) return null;
        return (
          <span key={kind} className="ml-2.5 whitespace-nowrap">
            {' '}
            <span
              aria-hidden="true"
              className={classes(tone, 'bars mr-1 inline-block size-2 bg-current text-tone')}
            />
            {formatCount(part)} {word}
          </span>
        );
      })}
      <span className="ml-2.5">
        {' '}
        {ends === null
          ? `at most ${formatCount(timeline.atOnce.mostRunning)} ran at once`
          : `${formatMean(running)} running, ${formatMean(waiting)} waiting at once`}
      </span>
      {ends === null && unknown > 0 && (
        <span className="ml-2.5"> {formatCount(unknown)} of unknown time left out</span>
      )}
      {ends === null && later > 0 && (
        <span className="ml-2.5"> {formatCount(later)} by a clock that is ahead</span>
      )}
    </p>
  );
}
