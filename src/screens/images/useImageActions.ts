import { useMemo } from 'react';
import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { TableRows } from '../../table/place/TableRows.ts';
import { useLensSort } from '../frame/lens/useLensSort.ts';
import { useLensRows } from '../frame/list/useStage.ts';
import type { ViewActions } from '../frame/view/useView.ts';
import { shownName } from './imageWords.ts';
import { ORDER } from './sortImages.ts';

/** Says what the keys do with the rows; gives what a click on a header does: it sorts. */
export function useImageActions(
  actions: ViewActions,
  rows: TableRows<PickedImage>,
  toggle: (key: string) => void,
) {
  const onSort = useLensSort(actions, ORDER);
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
