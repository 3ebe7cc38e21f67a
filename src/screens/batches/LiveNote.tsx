import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { batchName } from '../../insights/batches/batchText.ts';
import { KeptEnds } from '../../insights/batches/KeptEnds.ts';
import { plural } from '../../lib/number.ts';
import { isPlainClick } from '../../ui/isPlainClick.ts';
import { batchesOf } from '../frame/insights/batchesOf.ts';
import { onePerReplica } from '../frame/list/onePerReplica.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import { useAddress } from '../frame/view/useView.ts';
import { openedBatchLink } from './batchLinks.ts';
import { liveText } from './batchWords.ts';
import { liveBatch } from './liveBatch.ts';

/** Pushes of which the person wants to hear no more, by a build of each; gone at sign-out. */
const dismissedOf = onePerReplica(() => ({ ids: new Set<string>(), ends: new KeptEnds() }));
const NO_ROWS = { order: new Uint32Array(0) };

/**
 * The push that is under way, in a line that was there before: beside the search where there is
 * room, else over the list. It comes and goes without moving anything.
 */
export function LiveNote() {
  const replica = usePageReplica();
  const address = useAddress();
  const insight = batchesOf(replica);
  const { facts } = useInsight(batchesOf, NO_ROWS);
  const now = useSteps();
  const { ids, ends } = dismissedOf(replica);
  const [dismissals, setDismissals] = useState(0);
  const live = useMemo(
    () => liveBatch(insight, facts, now, ids),
    [insight, facts, now, ids, dismissals],
  );
  if (live === null) return null;
  const { batch, progress, others } = live;
  const end =
    progress.state === 'draining'
      ? ends.end(batch.id, now, () => insight.end(facts, batch, progress, now))
      : null;
  const more = others === 0 ? '' : `; ${plural(others, 'more push', 'more pushes')}`;
  const href = openedBatchLink(batch.id);
  const text = `${batchName(batch)}: ${liveText({ progress, end })}${more}`;
  return (
    <div
      role="note"
      aria-label="A push is under way"
      className="flex h-8 min-w-0 items-center gap-1 text-sm max-xl:fixed max-xl:bottom-4 max-xl:left-1/2 max-xl:z-20 max-xl:max-w-[calc(100vw-2rem)] max-xl:-translate-x-1/2 max-xl:rounded-md max-xl:border max-xl:border-line max-xl:bg-raised max-xl:pl-3 max-xl:shadow-lg max-sm:bottom-18 max-sm:h-12 max-sm:w-max xl:flex-1 print:hidden"
    >
      <a
        href={address.href(href)}
        title={text}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          address.push(href);
        }}
        className="line-clamp-2 min-w-0 rounded leading-4 text-accent tabular-nums underline-offset-2 hover:underline"
      >
        {text}
      </a>
      <button
        type="button"
        aria-label="Dismiss the notice of this push"
        title="Dismiss"
        onClick={() => {
          ids.add(batch.id);
          setDismissals((before) => before + 1);
        }}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:size-11"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </div>
  );
}
