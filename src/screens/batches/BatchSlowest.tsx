import { useMemo } from 'react';
import type { Batch } from '../../insights/batches/Batch.ts';
import type { Batches, BatchFacts } from '../../insights/batches/Batches.ts';
import { formatSpan } from '../../lib/span.ts';
import { makeVisible } from '../../lib/text.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { statusLook } from '../build/statusLook.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { useSteps } from '../frame/list/useSteps.ts';
import { buildLink } from './batchLinks.ts';

/** Builds listed. */
const LISTED = 5;

export interface BatchSlowestProps {
  readonly batch: Batch;
  readonly insight: Batches;
  readonly facts: BatchFacts;
}

/** The builds of a push that took longest, or run longest; each leads to its build. */
export function BatchSlowest({ batch, insight, facts }: BatchSlowestProps) {
  const now = useSteps();
  const slowest = useMemo(
    () => insight.slowest(facts, batch, now, LISTED),
    [insight, facts, batch, now],
  );
  const { table } = facts;
  if (slowest.length === 0) return null;
  return (
    <section aria-label="Its slowest">
      <h2 className="text-sm text-muted">Slowest</h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {slowest.map(({ row, ms, running }) => {
          const { word, tone, icon } = statusLook(table.texts.statuses.at(table.status[row] ?? 0));
          const name = makeVisible(table.texts.names.at(table.name[row] ?? 0).slice(0, 200));
          return (
            <li key={row} className="flex max-w-full items-center gap-1">
              <span className={classes(tone, 'inline-flex text-tone')}>
                <Icon path={icon} />
              </span>
              <PageLink href={buildLink(table.id.at(row))}>
                <span className="wrap-anywhere">{name || '(no name)'}</span>
                <span className="sr-only">: {word}</span>
              </PageLink>
              <span className="whitespace-nowrap text-muted tabular-nums">
                {formatSpan(ms)}
                {running && ' so far'}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
