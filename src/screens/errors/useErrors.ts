import { useMemo, useState } from 'react';
import type { View } from '../../views/address/View.ts';
import { errorGroupsOf } from '../frame/insights/errorGroupsOf.ts';
import { usePinnedKeys } from '../frame/lens/usePinnedKeys.ts';
import type { BuildList } from '../frame/list/useBuildList.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { groupRows } from './groupRows.ts';
import { sortGroups, USUAL_SORT } from './sortGroups.ts';

/** The causes of the view as rows, held in their places while the person reads them. */
export function useErrors(
  list: BuildList,
  view: View,
  muted: ReadonlySet<string>,
  reading: boolean,
) {
  const { facts, picked } = useInsight(errorGroupsOf, list.selection, list.clauses);
  const sort = view.lensSort ?? USUAL_SORT;
  const fresh = useMemo(() => sortGroups(picked, muted, sort), [picked, muted, sort]);
  const asked = `${list.key} ${sort.column} ${sort.descending} ${muted.size}`;
  // Until all was read once there is no order to hold; what is read anew later moves nothing.
  const { epoch } = facts.table;
  const [settledIn, setSettledIn] = useState(Number.NaN);
  const settled = settledIn === epoch;
  if (!settled && !list.loading && facts.unread === 0) setSettledIn(epoch);
  const pinned = usePinnedKeys(fresh, `${asked} ${settled}`, reading && settled);
  const rows = useMemo(
    () => groupRows({ picked, view, muted }, new Uint32Array(pinned.keys)),
    [picked, view, muted, pinned.keys],
  );
  return { facts, picked, sort, asked, pinned, rows };
}
