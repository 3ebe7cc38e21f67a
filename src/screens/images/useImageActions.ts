import { useCallback, useMemo } from 'react';
import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { TableRows } from '../../table/place/TableRows.ts';
import { LENS_SORTS } from '../../views/address/View.ts';
import { withLensSort } from '../../views/editView.ts';
import { useLensRows } from '../frame/list/useStage.ts';
import type { ViewActions } from '../frame/view/useView.ts';
import { shownName } from './imageWords.ts';
import { nextSort, USUAL_SORT } from './sortImages.ts';

/** Says what the keys do with the rows; gives what a click on a header does: it sorts. */
export function useImageActions(
  actions: ViewActions,
  rows: TableRows<PickedImage>,
  toggle: (key: string) => void,
) {
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
        watchedOf: (name) => ({ kind: 'image', value: name, label: shownName({ name }) }),
      }),
      [rows, toggle],
    ),
  );
  return onSort;
}
