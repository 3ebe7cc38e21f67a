import { useMemo } from 'react';
import { type DurationPoints, durationPoints } from '../../insights/images/durationPoints.ts';
import type { NameHistory } from '../../insights/images/NameHistory.ts';
import { StatusKinds } from '../../insights/StatusKinds.ts';
import { plural } from '../../lib/number.ts';
import { formatSpan } from '../../lib/span.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { Age } from '../build/Age.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { buildLink } from './imageLinks.ts';

const WIDTH = 600;
const HEIGHT = 100;
const EDGE = 6;
/** Fewer say no more than the list of the last builds. */
const FEWEST = 3;

export interface DurationChartProps {
  readonly image: NameHistory;
  readonly table: BuildTable;
}

/** How long the newest builds of an image took: points by end, and a table of the same. */
export function DurationChart({ image, table }: DurationChartProps) {
  const found = useMemo(
    () => durationPoints(table, new StatusKinds().of(table), image.code),
    // An image that changed is another object.
    [table, image],
  );
  const { points } = found;
  if (points.length < FEWEST) return null;
  return (
    <figure aria-label="How long its builds took" className="max-w-2xl">
      <figcaption className="text-sm text-muted">
        How long its newest {plural(points.length, 'build', 'builds')} took, by end
        {points.some(({ completed }) => !completed) && '; failed ones hollow'}
      </figcaption>
      <Points found={found} />
      <details className="text-sm">
        <summary className="cursor-pointer text-muted">As a table</summary>
        <PointTable found={found} table={table} />
      </details>
    </figure>
  );
}

function Points({ found: { points, median, p95 } }: { readonly found: DurationPoints }) {
  const most = Math.max(...points.map(({ ms }) => ms), p95 ?? 0);
  const from = points[0]?.ended ?? 0;
  const span = (points.at(-1)?.ended ?? 0) - from;
  const x = (ended: number) =>
    EDGE + (span === 0 ? 0.5 : (ended - from) / span) * (WIDTH - 2 * EDGE);
  const y = (ms: number) => HEIGHT - EDGE - (ms / most) * (HEIGHT - 2 * EDGE);
  const failed = points.filter(({ completed }) => !completed).length;
  const words = [
    `${plural(points.length - failed, 'build', 'builds')} completed and ${failed} failed`,
    median === null ? '' : `half within ${formatSpan(median)}`,
    p95 === null ? '' : `95 % within ${formatSpan(p95)}`,
  ];
  return (
    <div className="flex items-stretch gap-2">
      <svg
        role="img"
        aria-label={words.filter((one) => one !== '').join(', ')}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="bars block min-w-0 flex-1 border-b border-edge"
      >
        {[median, p95].map(
          (ms, at) =>
            ms !== null && (
              <path
                key={at}
                d={`M0 ${y(ms)}H${WIDTH}`}
                stroke="currentColor"
                strokeDasharray={at === 0 ? undefined : '5 4'}
                className="text-edge"
              />
            ),
        )}
        {points.map(({ row, ended, ms, completed }) => (
          <circle
            key={row}
            cx={x(ended)}
            cy={y(ms)}
            r={3.2}
            stroke="currentColor"
            strokeWidth={1.4}
            fill={completed ? 'currentColor' : 'none'}
            className={`${completed ? 'tone-good' : 'tone-bad'} text-tone`}
          />
        ))}
      </svg>
      <ul className="w-28 shrink-0 text-xs text-muted tabular-nums">
        <li>top {formatSpan(most)}</li>
        {p95 !== null && <li>╌ 95 % {formatSpan(p95)}</li>}
        {median !== null && <li>— half {formatSpan(median)}</li>}
      </ul>
    </div>
  );
}

function PointTable({
  found: { points },
  table,
}: {
  readonly found: DurationPoints;
  readonly table: BuildTable;
}) {
  return (
    <div role="region" aria-label="Its durations" tabIndex={0} className="max-h-48 overflow-auto">
      <table className="w-full tabular-nums">
        <thead className="text-left text-muted">
          <tr>
            <th scope="col" className="pr-3 font-medium">
              Build
            </th>
            <th scope="col" className="pr-3 font-medium">
              Ended
            </th>
            <th scope="col" className="pr-3 font-medium">
              Took
            </th>
            <th scope="col" className="font-medium">
              Outcome
            </th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ row, ended, ms, completed }) => (
            <tr key={row}>
              <th scope="row" className="pr-3 text-left font-normal">
                <PageLink href={buildLink(table.id.at(row))}>
                  <span className="font-mono text-xs">{table.id.at(row).slice(0, 40)}</span>
                </PageLink>
              </th>
              <td className="pr-3">
                <Age at={ended} />
              </td>
              <td className="pr-3">{formatSpan(ms)}</td>
              <td>{completed ? 'completed' : 'failed'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
