import { useMemo } from 'react';
import type { Batches, BatchFacts } from '../../insights/batches/Batches.ts';
import { plural } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { Age } from '../build/Age.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { useLenses } from '../frame/lens/useLenses.ts';
import { WatchBell } from '../frame/watch/WatchBell.tsx';
import { BatchCauses } from './BatchCauses.tsx';
import { BatchPush } from './BatchPush.tsx';
import type { BatchRow } from './BatchRow.ts';
import { BatchSlowest } from './BatchSlowest.tsx';
import { batchLink, compareLink } from './batchLinks.ts';
import { countsText, endText, stateWords } from './batchWords.ts';

export interface BatchDetailProps {
  readonly row: BatchRow;
  readonly insight: Batches;
  readonly facts: BatchFacts;
}

/** A push opened in place: how far it is, why what failed did, what to push again, what is slow. */
export function BatchDetail({ row, insight, facts }: BatchDetailProps) {
  const { batch, progress, owner, key, complete } = row;
  const lenses = useLenses();
  const members = useMemo(() => Uint32Array.from(batch.rows), [batch]);
  return (
    <div className="flex flex-col gap-3 border-b border-line bg-sunken px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="tabular-nums">
          {countsText(progress)}
          {!complete && ' found so far'}
        </span>
        <span className="text-muted">{stateWords(progress.state).whole}</span>
        {progress.state !== 'submitted' && <span className="tabular-nums">{endText(row)}</span>}
        <span className="text-muted tabular-nums">
          {plural(progress.retries, 'retry', 'retries')}, created <Age at={batch.firstCreated} /> to{' '}
          <Age at={batch.lastCreated} />
        </span>
        <span className="text-muted">
          {owner === null ? '' : `of ${makeVisible(owner.slice(0, 80))}, `}
          {batch.tag === null ? 'of several tags' : 'all of one tag'}
        </span>
        <PageLink href={batchLink(key)}>Show builds</PageLink>
        <WatchBell thing={{ kind: 'batch', value: key, label: row.name }} />
        {lenses.some(({ lens }) => lens === 'compare') && (
          <PageLink href={compareLink(key)}>Compare with the one before</PageLink>
        )}
        {lenses.some(({ lens }) => lens === 'timeline') && (
          <PageLink href={batchLink(key, 'timeline')}>Its timeline</PageLink>
        )}
      </div>
      <BatchCauses id={key} members={members} />
      <BatchPush members={members} />
      <BatchSlowest batch={batch} insight={insight} facts={facts} />
    </div>
  );
}
