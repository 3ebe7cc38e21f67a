import { useMemo } from 'react';
import { imageReference } from '../../lib/imageReference.ts';
import { makeVisible } from '../../lib/text.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { errorGroupsOf } from '../frame/insights/errorGroupsOf.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useList } from '../frame/list/useList.ts';
import { failureText, newestFailures } from './newestFailures.ts';
import { useRoom } from './useRoom.ts';
import { useWallTime } from './useWallTime.ts';
import { wallName } from './wallName.ts';
import { momentText } from './wallTime.ts';

/** Where the page scrolls. */
const USUAL = 4;

/** The builds that failed last, each with its cause. */
export function WallFailures() {
  const { selection, loading, lines } = useList();
  const { facts } = useInsight(errorGroupsOf, selection);
  const now = useWallTime();
  const { list, rows, letters } = useRoom(2, USUAL);
  const { order } = selection;
  const newest = useMemo(() => newestFailures(facts, order, now, rows), [facts, order, now, rows]);
  const { table } = facts;
  return (
    <section aria-label="Newest failures" className="flex min-h-0 min-w-0 flex-col">
      <h2 className="text-muted">Newest failures{loading && ' so far'}</h2>
      {newest.length === 0 && (
        <p className="text-muted">{loading || !facts.complete ? 'None so far' : 'None'}</p>
      )}
      <ol ref={list} className="min-h-0 flex-1 overflow-hidden print:overflow-visible">
        {newest.map(({ row, time, cause, text }) => (
          <li key={table.id.at(row)} className="border-t border-line">
            <p className="flex items-baseline gap-[0.8em]">
              <span className="min-w-0 flex-1 truncate font-medium" dir="ltr">
                {wallName(imageOf(table, row), letters)}
              </span>
              <span className="whitespace-nowrap text-muted">
                {Number.isNaN(time) ? '–' : momentText(time, now)}
              </span>
            </p>
            <p className="tone-bad truncate text-tone" dir="auto">
              {cause === null
                ? 'cause still to be read'
                : makeVisible(failureText(cause, lines?.at(text) ?? null).slice(0, 300))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function imageOf(table: BuildTable, row: number): string {
  const name = table.texts.names.at(table.name[row] ?? -1);
  return imageReference(name || '(no name)', table.texts.tags.at(table.tag[row] ?? -1));
}
