import { useMemo, useState } from 'react';
import type { Batches, BatchFacts, PickedBatches } from '../../insights/batches/Batches.ts';
import { batchName } from '../../insights/batches/batchText.ts';
import { KeptEnds } from '../../insights/batches/KeptEnds.ts';
import type { View } from '../../views/address/View.ts';
import { batchesOf } from '../frame/insights/batchesOf.ts';
import { usePinnedKeys } from '../frame/lens/usePinnedKeys.ts';
import type { BuildList } from '../frame/list/useBuildList.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import type { BatchRow } from './BatchRow.ts';
import { batchRows } from './batchRows.ts';
import { sortBatches, USUAL_SORT } from './sortBatches.ts';
import { stableKeys } from './stableKeys.ts';

/** The pushes of the view as rows, held in their places while the person reads them. */
export function useBatches(list: BuildList, view: View, reading: boolean) {
  const insight = batchesOf(usePageReplica());
  const { facts, picked } = useInsight(batchesOf, list.selection);
  const now = useSteps();
  const [ends] = useState(() => new KeptEnds());
  const keys = useStableKeys(insight, facts);
  const all = useMemo(
    () => rowsOf(insight, facts, picked, keys, now, ends),
    [insight, facts, picked, keys, now, ends],
  );
  const sort = view.lensSort ?? USUAL_SORT;
  const fresh = useMemo(() => sortBatches(all, sort), [all, sort]);
  const asked = `${list.key} ${sort.column} ${sort.descending}`;
  // Until all was read once there is no order to hold; what is read anew later moves nothing.
  const { epoch } = facts.table;
  const [settledIn, setSettledIn] = useState(Number.NaN);
  const settled = settledIn === epoch;
  if (!settled && !list.loading && facts.unreadFamilies === 0) setSettledIn(epoch);
  const pinned = usePinnedKeys(
    useMemo(() => fresh.map(({ key }) => key), [fresh]),
    `${asked} ${settled}`,
    reading && settled,
  );
  const rows = useMemo(() => batchRows(fresh, pinned.keys), [fresh, pinned.keys]);
  /** The rows that the address opens: by any of their builds. */
  const opened = useMemo(
    () => new Set(view.open.flatMap((id) => keys[insight.placeOf(facts, id) ?? -1] ?? [])),
    [view.open, keys, insight, facts],
  );
  return { insight, facts, picked, sort, asked, pinned, rows, opened };
}

function useStableKeys(insight: Batches, facts: BatchFacts): readonly string[] {
  const [before, setBefore] = useState<readonly string[]>([]);
  const ids = useMemo(() => facts.batches.map(({ id }) => id), [facts]);
  const keys = useMemo(
    () => stableKeys(before, ids, (id) => insight.placeOf(facts, id)),
    [before, ids, insight, facts],
  );
  const isSame = keys.length === before.length && keys.every((key, at) => key === before[at]);
  // While families are read there are none, and none of the old keys is forgotten.
  if (!isSame && keys.length > 0) setBefore(keys);
  return keys;
}

function rowsOf(
  insight: Batches,
  facts: BatchFacts,
  picked: PickedBatches,
  keys: readonly string[],
  now: number,
  ends: KeptEnds,
): readonly BatchRow[] {
  const { complete } = facts;
  const places = new Map(facts.batches.map((batch, at) => [batch, at]));
  return picked.batches.map(({ batch }) => {
    const key = keys[places.get(batch) ?? -1] ?? batch.id;
    const progress = insight.progress(facts, batch, now);
    const draining = progress.state === 'draining';
    if (!draining) ends.drop(key);
    const end = draining
      ? ends.end(key, now, () => insight.end(facts, batch, progress, now))
      : null;
    const owner = insight.owner(facts, batch);
    return { key, batch, name: batchName(batch), owner, progress, end, complete };
  });
}
