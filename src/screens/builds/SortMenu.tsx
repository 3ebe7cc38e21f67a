import { ArrowDownUp } from 'lucide-react';
import { Menu } from '../../ui/Menu.tsx';
import { SORT_COLUMNS } from '../../views/address/View.ts';
import { withSort } from '../../views/editView.ts';
import { useView } from '../frame/view/useView.ts';
import { COLUMN_TITLES } from './columnTitles.ts';

/** The order, where there are no column headers to click: on narrow screens. */
export function SortMenu() {
  const [view, actions] = useView();
  const first = view.sort[0] ?? { column: 'created', descending: true };
  return (
    <Menu
      aria-label="Sort"
      variant="plain"
      caret={false}
      label={
        <>
          <ArrowDownUp aria-hidden="true" className="size-3.5" />
          <span className="sr-only">{COLUMN_TITLES[first.column]}</span>
        </>
      }
      items={SORT_COLUMNS.map((column) => {
        const checked = column === first.column;
        return {
          label: COLUMN_TITLES[column],
          checked,
          hint: checked ? (first.descending ? 'down' : 'up') : undefined,
          onSelect: () =>
            actions.push((now) =>
              withSort(now, [{ column, descending: checked ? !first.descending : true }]),
            ),
        };
      })}
    />
  );
}
