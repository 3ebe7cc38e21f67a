import { useCallback, useMemo } from 'react';
import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { TableRows } from '../../table/place/TableRows.ts';
import { LENS_SORTS } from '../../views/address/View.ts';
import { withLensSort, withOpen } from '../../views/editView.ts';
import { useLensRows } from '../frame/list/useStage.ts';
import type { ViewActions } from '../frame/view/useView.ts';
import { nextSort, USUAL_SORT } from './sortImages.ts';

/** What a click or a key does to the view: opens or closes a row, sorts by a header. */
export function useImageActions(actions: ViewActions, rows: TableRows<PickedImage>) {
  const toggle = useCallback(
    (key: string) => actions.push((now) => withOpen(now, key, !now.open.includes(key))),
    [actions],
  );
  const onSort = useCallback(
    (name: string) => {
      const column = LENS_SORTS.images.find((one) => one === name);
      if (column === undefined) return;
      actions.push((now) => withLensSort(now, nextSort(now.lensSort ?? USUAL_SORT, column)));
    },
    [actions],
  );
  useLensRows(
    useMemo(
      () => ({
        ...rows,
        toggle,
        isFailure: (position) => rows.at(position).image.brokenSince !== null,
      }),
      [rows, toggle],
    ),
  );
  return { toggle, onSort };
}
