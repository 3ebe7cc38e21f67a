import {
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TableColumn } from './TableColumn.ts';

/** A key of the order that the rows stand in. */
export interface SortMark {
  readonly column: string;
  readonly descending: boolean;
}

/** The header of a column that is shown. */
export interface ColumnHeader<T extends object> {
  readonly column: TableColumn<T>;
  readonly sorted: false | 'asc' | 'desc';
  /** Which key of the order it is, from 0; -1 for none. */
  readonly sortIndex: number;
}

export interface ColumnModelOptions<T extends object> {
  readonly columns: readonly TableColumn<T>[];
  readonly sort: readonly SortMark[];
  /** True for a column that there is no room for. */
  readonly isHidden: (column: TableColumn<T>) => boolean;
}

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
/** Rows are selected, ordered and windowed over the whole list elsewhere. */
const NO_ROWS: never[] = [];

/** TanStack Table's model of the columns: which are shown, and how they are sorted by. */
export function useColumnModel<T extends object>(
  options: ColumnModelOptions<T>,
): readonly ColumnHeader<T>[] {
  const { columns, sort, isHidden } = options;
  const definitions = useMemo(
    () =>
      columns.map(({ id, title, sorts }) => ({
        id,
        header: title,
        accessorFn: () => null,
        enableSorting: sorts === true,
      })),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, !isHidden(column)])),
    [columns, isHidden],
  );
  const sorting = useMemo(
    () => sort.map(({ column, descending }) => ({ id: column, desc: descending })),
    [sort],
  );
  const table = useTable<typeof features, T>({
    features,
    columns: definitions,
    data: NO_ROWS,
    manualSorting: true,
    state: { columnVisibility, sorting },
  });
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    const headers = table.getHeaderGroups()[0]?.headers ?? [];
    return headers.flatMap(({ column: model }) => {
      const column = byId.get(model.id);
      if (column === undefined) return [];
      return [{ column, sorted: model.getIsSorted(), sortIndex: model.getSortIndex() }];
    });
  }, [table, columns, columnVisibility, sorting]);
}
