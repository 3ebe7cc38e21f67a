import { memo } from 'react';
import type { Concurrency } from '../../../insights/timeline/concurrency.ts';
import { formatMean } from '../model/bucketText.ts';
import { BUCKET, stepLine } from './stackBars.ts';

/** How many builds ran and waited at once, the mean of each bucket. */
export const AtOnce = memo(function AtOnce({ atOnce }: { readonly atOnce: Concurrency }) {
  const { running, waiting } = atOnce;
  const most = Math.max(0, ...running, ...waiting);
  const lines = [
    { word: 'running', tone: 'tone-active', dashes: undefined, values: running },
    { word: 'waiting', tone: 'tone-waiting', dashes: '4 3', values: waiting },
  ];
  return (
    <>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${Math.max(1, running.length) * BUCKET} 100`}
        preserveAspectRatio="none"
        className="bars absolute inset-0 size-full overflow-visible"
      >
        {lines.map(({ word, tone, dashes, values }) => (
          <path
            key={word}
            d={stepLine(values, most)}
            fill="none"
            stroke="currentColor"
            strokeWidth={1.5}
            strokeDasharray={dashes}
            vectorEffect="non-scaling-stroke"
            className={`${tone} text-tone`}
          />
        ))}
      </svg>
      <span className="pointer-events-none absolute top-0 left-1 flex gap-3 bg-canvas/70 px-1 text-xs text-muted">
        <span>{formatMean(most)}</span>
        <span className="tone-active">
          <span aria-hidden="true" className="text-tone">
            —
          </span>{' '}
          running
        </span>
        <span className="tone-waiting">
          <span aria-hidden="true" className="text-tone">
            ╌
          </span>{' '}
          waiting, on average at once
        </span>
      </span>
    </>
  );
});
