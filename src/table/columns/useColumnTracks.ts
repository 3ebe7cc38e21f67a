import { useMemo } from 'react';
import { columnWidths } from './columnWidths.ts';
import type { TableColumn } from './TableColumn.ts';

/** The columns that a table of `width` pixels has room for, and their tracks for its grid. */
export function useColumnTracks<T extends object>(
  columns: readonly TableColumn<T>[],
  width: number,
) {
  return useMemo(() => {
    const drawn = columns.filter((column) => width >= (column.dropBelow ?? 0));
    const widths = columnWidths(drawn, width);
    return {
      drawn,
      /** Names them: a record that did not change is not drawn again unless the columns did. */
      key: drawn.map((column) => `${column.id}${column.fits ? '' : '!'}`).join(' '),
      tracks: widths.map((pixels) => `${pixels}px`).join(' '),
      rowWidth: widths.reduce((sum, pixels) => sum + pixels, 0),
    };
  }, [columns, width]);
}
