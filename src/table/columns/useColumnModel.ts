import { rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { HeaderColumn, SortMark } from './TableColumn.ts';

/** The header of a column that is shown. */
export interface ColumnHeader {
  readonly column: HeaderColumn;
  readonly sorted: false | 'asc' | 'desc';
  /** Which key of the order it is, from 0; -1 for none. */
  readonly sortIndex: number;
}

export interface ColumnModelOptions {
  readonly columns: readonly HeaderColumn[];
  readonly sort: readonly SortMark[];
}

const features = tableFeatures({ rowSortingFeature });
/** Rows are selected, ordered and windowed over the whole list elsewhere. */
const NO_ROWS: never[] = [];

/** Not made in the hook: a table stays in memory, and with it all that its functions have seen. */
const noValue = () => null;

/** TanStack Table's model of the columns that are shown: their headers, and how each is sorted by. */
export function useColumnModel(options: ColumnModelOptions): readonly ColumnHeader[] {
  const { columns, sort } = options;
  const definitions = useMemo(
    () =>
      columns.map(({ id, title, sorts }) => ({
        id,
        header: title,
        accessorFn: noValue,
        enableSorting: sorts === true,
      })),
    [columns],
  );
  const sorting = useMemo(
    () => sort.map(({ column, descending }) => ({ id: column, desc: descending })),
    [sort],
  );
  const table = useTable<typeof features, object>({
    features,
    columns: definitions,
    data: NO_ROWS,
    manualSorting: true,
    state: { sorting },
  });
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const headers = table.getHeaderGroups()[0]?.headers ?? [];
    return headers.flatMap(({ column: model }) => {
      const column = byId.get(model.id);
      if (column === undefined) return [];
      return [{ column, sorted: model.getIsSorted(), sortIndex: model.getSortIndex() }];
    });
  }, [table, columns, sorting]);
}
