import { useMemo } from 'react';
import type { BatchProgress, BatchState } from '../../insights/batches/batchProgress.ts';
import { batchName, rangeText } from '../../insights/batches/batchText.ts';
import { KeptEnds } from '../../insights/batches/KeptEnds.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { classes } from '../../ui/classes.ts';
import { batchesOf } from '../frame/insights/batchesOf.ts';
import { onePerReplica } from '../frame/list/onePerReplica.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { type LiveBatch, liveBatches } from './liveBatches.ts';
import { useWallTime } from './useWallTime.ts';

/** As many as leave room for what fails. */
const MOST = 4;
const endsOf = onePerReplica(() => new KeptEnds());

const WORDS: Record<BatchState, string> = {
  submitted: 'being submitted',
  draining: 'draining',
  ended: 'ended',
};

const COUNTS: readonly {
  readonly tone: string;
  readonly word: string;
  readonly of: (progress: BatchProgress) => number;
}[] = [
  { tone: 'tone-good', word: 'done', of: ({ completed }) => completed },
  { tone: 'tone-bad', word: 'failed', of: ({ failed }) => failed },
  { tone: 'tone-active', word: 'active', of: ({ active }) => active },
];

/** The pushes that are under way: how far each is; no share and no end while it is submitted. */
export function WallBatches() {
  const replica = usePageReplica();
  const { selection, loading } = useList();
  const { facts, picked } = useInsight(batchesOf, selection);
  const insight = batchesOf(replica);
  const ends = endsOf(replica);
  const now = useWallTime();
  const live = useMemo(
    () => liveBatches(insight, facts, picked, now),
    [insight, facts, picked, now],
  );
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
        {live.length === 0 ? 'No batch' : plural(live.length, 'batch', 'batches')} under way
        {loading && ' so far'}
        {live.length > MOST && `, the newest ${MOST}`}
      </h2>
      <ul>
        {rows.map(({ batch, progress, end }) => (
          <li
            key={batch.id}
            className="flex flex-wrap items-baseline gap-x-[1em] border-t border-line"
          >
            <span className="min-w-0 flex-1 basis-[8em] truncate font-medium" dir="ltr">
              {batchName(batch)}
            </span>
            <span className="ml-auto text-muted">
              {WORDS[progress.state]}
              {end !== '' && `, ${end}`}
            </span>
            <span className="ml-auto flex gap-x-[1em]">
              {COUNTS.map(({ tone, word, of }) => (
                <span
                  key={word}
                  className={classes('whitespace-nowrap', of(progress) > 0 ? tone : 'tone-stopped')}
                >
                  <span
                    className="inline-block text-right font-semibold text-tone"
                    style={{ minWidth: `${longest(rows.map((row) => of(row.progress)))}ch` }}
                  >
                    {formatCount(of(progress))}
                  </span>{' '}
                  {word}
                </span>
              ))}
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

/** How many letters the longest of some counts has: they stand below one another. */
function longest(counts: readonly number[]): number {
  return Math.max(...counts.map((count) => formatCount(count).length));
}
