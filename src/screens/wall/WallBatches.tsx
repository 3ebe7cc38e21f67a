import { useMemo } from 'react';
import type { BatchState } from '../../insights/batches/batchProgress.ts';
import { batchName, rangeText } from '../../insights/batches/batchText.ts';
import { KeptEnds } from '../../insights/batches/KeptEnds.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { classes } from '../../ui/classes.ts';
import { batchesOf } from '../frame/insights/batchesOf.ts';
import { onePerReplica } from '../frame/list/onePerReplica.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import { type LiveBatch, liveBatches } from './liveBatches.ts';

/** As many as leave room for what fails. */
const MOST = 4;
const endsOf = onePerReplica(() => new KeptEnds());

const WORDS: Record<BatchState, string> = {
  submitted: 'being submitted',
  draining: 'draining',
  ended: 'ended',
};

/** The pushes that are under way: how far each is; no share and no end while it is submitted. */
export function WallBatches() {
  const replica = usePageReplica();
  const { selection } = useList();
  const { facts, picked } = useInsight(batchesOf, selection);
  const insight = batchesOf(replica);
  const ends = endsOf(replica);
  const now = useSteps();
  const live = useMemo(
    () => liveBatches(insight, facts, picked, now),
    [insight, facts, picked, now],
  );
  if (live.length === 0) return null;
  const rows = live.slice(0, MOST).map(({ batch, progress }) => {
    const { state } = progress;
    if (state !== 'draining') ends.drop(batch.id);
    const end =
      state === 'draining'
        ? ends.end(batch.id, now, () => insight.end(facts, batch, progress, now))
        : null;
    return { batch, progress, end: endText(progress, end) };
  });
  return (
    <section aria-label="Batches under way">
      <h2 className="text-muted">
        {plural(live.length, 'batch', 'batches')} under way
        {live.length > MOST && `, the newest ${MOST}`}
      </h2>
      <ul>
        {rows.map(({ batch, progress, end }) => (
          <li
            key={batch.id}
            className="flex flex-wrap items-baseline gap-x-[1em] border-t border-line"
          >
            <span className="min-w-0 flex-1 basis-[10em] truncate font-medium" dir="ltr">
              {batchName(batch)}
            </span>
            <span className="text-muted">
              {WORDS[progress.state]}
              {end !== '' && `, ${end}`}
            </span>
            <span className="flex flex-wrap">
              <Count tone="tone-good" word="done" count={progress.completed} />
              <Count tone="tone-bad" word="failed" count={progress.failed} />
              <Count tone="tone-active" word="active" count={progress.active} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far a draining push is, and when it ends. */
function endText(
  { state, share }: LiveBatch['progress'],
  end: Parameters<typeof rangeText>[0] | null,
): string {
  if (state !== 'draining' || share === null) return '';
  const percent = `${Math.min(99, Math.floor(share * 100))} %`;
  return end === null ? percent : `${percent}, ends ${rangeText(end)}`;
}

interface CountProps {
  readonly tone: string;
  readonly word: string;
  readonly count: number;
}

function Count({ tone, word, count }: CountProps) {
  return (
    <span
      className={classes(
        'ml-[0.8em] whitespace-nowrap first:ml-0',
        count > 0 ? tone : 'tone-stopped',
      )}
    >
      <span className="inline-block min-w-[2.2em] text-right font-semibold text-tone">
        {formatCount(count)}
      </span>{' '}
      {word}
    </span>
  );
}
