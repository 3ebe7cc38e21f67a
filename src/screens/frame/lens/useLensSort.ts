import { useCallback } from 'react';
import { LENS_SORTS } from '../../../views/address/View.ts';
import { withLensSort } from '../../../views/editView.ts';
import type { ViewActions } from '../view/useView.ts';
import { type LensOrder, nextSort } from './nextSort.ts';

/** What a click on a header does: the most or the least first, at the second click turned round. */
export function useLensSort(actions: ViewActions, order: LensOrder): (name: string) => void {
  return useCallback(
    (name: string) => {
      const column = LENS_SORTS[order.lens].find((one) => one === name);
      if (column === undefined) return;
      actions.push((now) =>
        withLensSort(now, nextSort(now.lensSort ?? order.usual, column, order)),
      );
    },
    [actions, order],
  );
}
