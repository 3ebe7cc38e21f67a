import type { TableColumn } from '../../table/columns/TableColumn.ts';
import { USUAL_COLUMNS } from './tablePreferences.ts';

/**
 * The columns to show: those chosen, in their order, or the usual ones, which give way one after
 * the other where it is narrow. Widths in pixels take the place of a column's own. The column
 * that opens a row is always first.
 */
export function shownColumns<T extends object>(
  all: readonly TableColumn<T>[],
  chosen: readonly string[] | null,
  widths: ReadonlyMap<string, number>,
): readonly TableColumn<T>[] {
  const shown = chosen ?? USUAL_COLUMNS;
  return all
    .filter((column) => column.fixed || shown.includes(column.id))
    .sort((a, b) => shown.indexOf(a.id) - shown.indexOf(b.id))
    .map((column) => {
      const width = widths.get(column.id);
      const { dropBelow, share, fits, needs, ...rest } = column;
      return {
        ...rest,
        ...(chosen === null && dropBelow !== undefined && { dropBelow }),
        ...(width === undefined
          ? {
              ...(share !== undefined && { share }),
              ...(fits && { fits }),
              ...(needs && { needs }),
            }
          : { width }),
      };
    });
}
