import { useCallback } from 'react';
import { SORT_COLUMNS } from '../../views/address/View.ts';
import { cycleSort } from '../../views/cycleSort.ts';
import { withSort } from '../../views/editView.ts';
import { useView } from '../frame/view/useView.ts';

/** What a click on a header does to the address: it sorts. */
export function useSort() {
  const [, actions] = useView();
  return useCallback(
    (column: string, additive: boolean) => {
      const by = SORT_COLUMNS.find((each) => each === column);
      if (by) actions.push((now) => withSort(now, cycleSort(now.sort, by, additive)));
    },
    [actions],
  );
}
