import { useMemo } from 'react';
import type { BatchState } from '../../insights/batches/batchProgress.ts';
import { batchName, rangeText } from '../../insights/batches/batchText.ts';
import { KeptEnds } from '../../insights/batches/KeptEnds.ts';
import { formatCount, plural } from '../../lib/number.ts';
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
      <table className="w-full">
        <thead>
          <tr className="text-left text-muted">
            <th className="w-full max-w-0 truncate font-normal" scope="col">
              {plural(live.length, 'batch', 'batches')} under way
            </th>
            <Head>state</Head>
            <Head right>done</Head>
            <Head right>failed</Head>
            <Head right>active</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ batch, progress, end }) => (
            <tr key={batch.id} className="border-t border-line">
              <th className="w-full max-w-0 truncate text-left font-medium" scope="row" dir="ltr">
                {batchName(batch)}
              </th>
              <td className="pl-[1em] whitespace-nowrap text-muted">
                {WORDS[progress.state]}
                {end !== '' && <span className="max-sm:hidden">, {end}</span>}
              </td>
              <Count tone="tone-good">{progress.completed}</Count>
              <Count tone={progress.failed > 0 ? 'tone-bad' : ''}>{progress.failed}</Count>
              <Count tone="tone-active">{progress.active}</Count>
            </tr>
          ))}
        </tbody>
      </table>
      {live.length > MOST && (
        <p className="text-muted">and {formatCount(live.length - MOST)} more</p>
      )}
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

function Head({
  children,
  right = false,
}: {
  readonly children: string;
  readonly right?: boolean;
}) {
  return (
    <th scope="col" className={right ? 'pl-[1em] text-right font-normal' : 'pl-[1em] font-normal'}>
      {children}
    </th>
  );
}

function Count({ tone, children }: { readonly tone: string; readonly children: number }) {
  return (
    <td className={`${tone} pl-[1em] text-right font-semibold ${tone === '' ? '' : 'text-tone'}`}>
      {formatCount(children)}
    </td>
  );
}
