import { useCallback } from 'react';
import { SORT_COLUMNS } from '../../views/address/View.ts';
import { cycleSort } from '../../views/cycleSort.ts';
import { withOpen, withSort } from '../../views/editView.ts';
import { useView } from '../frame/view/useView.ts';

/** What a click in the table does to the address: a row opens and closes, a header sorts. */
export function useRowActions() {
  const [, actions] = useView();
  const toggle = useCallback(
    (id: string) => actions.push((now) => withOpen(now, id, !now.open.includes(id))),
    [actions],
  );
  const sort = useCallback(
    (column: string, additive: boolean) => {
      const by = SORT_COLUMNS.find((each) => each === column);
      if (by) actions.push((now) => withSort(now, cycleSort(now.sort, by, additive)));
    },
    [actions],
  );
  return { toggle, sort };
}
