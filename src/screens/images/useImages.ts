import { useMemo, useState } from 'react';
import type { PickedImages } from '../../insights/images/PickedImages.ts';
import type { Numbers } from '../../list/BuildTable.ts';
import type { LensSort, View } from '../../views/address/View.ts';
import { imageNamesOf } from '../frame/insights/imageNamesOf.ts';
import { usePinnedKeys } from '../frame/lens/usePinnedKeys.ts';
import type { BuildList } from '../frame/list/useBuildList.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { imageRows } from './imageRows.ts';
import { sortImages, USUAL_SORT } from './sortImages.ts';
import { useRateRows } from './useRateRows.ts';

/** The images of the view as rows, held in their places while the person reads them. */
export function useImages(list: BuildList, view: View, reading: boolean) {
  const sort = view.lensSort ?? USUAL_SORT;
  const { facts, picked } = useInsight(
    imageNamesOf,
    list.selection,
    useRateRows(list),
    ({ nameRanks }, seen) => sortedOnce(seen, sort, nameRanks),
  );
  const fresh = useMemo(
    () => sortedOnce(picked, sort, facts.nameRanks),
    [picked, sort, facts.nameRanks],
  );
  const asked = `${list.key} ${sort.column} ${sort.descending}`;
  // Until all was read once there is no order to hold; what is read anew later moves nothing.
  const { epoch } = facts.table;
  const [settledIn, setSettledIn] = useState(Number.NaN);
  const settled = settledIn === epoch;
  const isRead = facts.unreadNames === 0 && facts.nameRanks !== null;
  if (!settled && !list.loading && isRead) setSettledIn(epoch);
  // Codes are those of one epoch.
  const pinned = usePinnedKeys(fresh, `${asked} ${epoch} ${settled}`, reading && settled);
  const rows = useMemo(
    () => imageRows(picked, new Uint32Array(pinned.keys)),
    [picked, pinned.keys],
  );
  return { facts, picked, sort, asked, pinned, rows };
}

interface Sorted {
  readonly sort: string;
  readonly ranks: Numbers | null;
  readonly codes: Uint32Array;
}

const sorted = new WeakMap<PickedImages, Sorted>();

/** The images in order; the same ones when the lens is opened again. */
function sortedOnce(picked: PickedImages, sort: LensSort, ranks: Numbers | null) {
  const key = `${sort.column} ${sort.descending}`;
  const last = sorted.get(picked);
  if (last?.sort === key && last.ranks === ranks) return last.codes;
  const codes = sortImages(picked, sort, ranks);
  sorted.set(picked, { sort: key, ranks, codes });
  return codes;
}
