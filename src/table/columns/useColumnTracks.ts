import { useMemo, useState } from 'react';
import { USUAL_REM } from '../../ui/useRem.ts';
import type { TableRows } from '../place/TableRows.ts';
import { columnWidths } from './columnWidths.ts';
import { neededWidths } from './neededWidths.ts';
import type { TableColumn } from './TableColumn.ts';

export interface ColumnTracksOptions<T extends object> {
  readonly columns: readonly TableColumn<T>[];
  readonly rows: TableRows<T>;
  /** Of the table, in pixels. */
  readonly width: number;
  /** The size of text, in pixels: columns grow with it. */
  readonly rem: number;
  /** Columns are fitted to other rows when it changes, and only then: nothing moves as one reads. */
  readonly fitKey: string;
}

/** The columns that a table has room for, and their tracks for its grid. */
export function useColumnTracks<T extends object>(options: ColumnTracksOptions<T>) {
  const { columns, width, rem } = options;
  const needs = useNeeds(options);
  return useMemo(() => {
    const scale = rem / USUAL_REM;
    const drawn = columns.filter((column) => width >= (column.dropBelow ?? 0) * scale);
    const widths = columnWidths(
      drawn.map(({ id, width: least, share, needs: asks }) => ({
        width: Math.round(least * scale),
        ...(share !== undefined && { share }),
        ...(asks && { need: (needs.get(id) ?? 0) * scale }),
      })),
      width,
    );
    return {
      drawn,
      /** Names them: a record that did not change is not drawn again unless the columns did. */
      key: drawn.map((column) => `${column.id}${column.fits ? '' : '!'}`).join(' '),
      tracks: widths.map((pixels) => `${pixels}px`).join(' '),
      rowWidth: widths.reduce((sum, pixels) => sum + pixels, 0),
    };
  }, [columns, width, rem, needs]);
}

const NO_NEEDS: ReadonlyMap<string, number> = new Map();

/** What the columns need, asked once for each key as soon as there are rows. */
function useNeeds<T extends object>({ columns, rows, fitKey }: ColumnTracksOptions<T>) {
  const shown = columns.map((column) => column.id).join(' ');
  const [fitted, setFitted] = useState({ key: '', needs: NO_NEEDS });
  const key = `${fitKey} ${shown}`;
  if (fitted.key === key || rows.count === 0) return fitted.needs;
  const needs = neededWidths(columns, rows);
  setFitted({ key, needs });
  return needs;
}
