import { useMemo } from 'react';
import { imageReference } from '../../lib/imageReference.ts';
import { makeVisible } from '../../lib/text.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { errorGroupsOf } from '../frame/insights/errorGroupsOf.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useList } from '../frame/list/useList.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import { newestFailures } from './newestFailures.ts';
import { minuteText } from './wallTime.ts';

/** Of two lines each; as many as a wall has room for. */
const MOST = 4;

/** The builds that failed last, each with its cause. */
export function WallFailures() {
  const { selection, loading } = useList();
  const { facts } = useInsight(errorGroupsOf, selection);
  const now = useSteps();
  const { order } = selection;
  const newest = useMemo(() => newestFailures(facts, order, now, MOST), [facts, order, now]);
  const { table } = facts;
  return (
    <section aria-label="Newest failures" className="min-w-0">
      <h2 className="text-muted">Newest failures{loading && ' so far'}</h2>
      {newest.length === 0 && (
        <p className="text-muted">{loading || !facts.complete ? 'None so far' : 'None'}</p>
      )}
      <ol>
        {newest.map(({ row, time, cause }) => (
          <li key={table.id.at(row)} className="border-t border-line">
            <p className="flex items-baseline gap-[0.8em]">
              <span className="min-w-0 flex-1 truncate font-medium" dir="ltr">
                {imageOf(table, row)}
              </span>
              <span className="whitespace-nowrap text-muted">
                {Number.isNaN(time) ? '–' : minuteText(time, now)}
              </span>
            </p>
            <p className="tone-bad truncate text-tone" dir="auto">
              {cause === null ? 'cause still to be read' : makeVisible(cause.slice(0, 300))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function imageOf(table: BuildTable, row: number): string {
  const name = table.texts.names.at(table.name[row] ?? -1).slice(0, 200);
  const tag = table.texts.tags.at(table.tag[row] ?? -1).slice(0, 80);
  return makeVisible(imageReference(name, tag)) || '(no name)';
}
