import { useMemo } from 'react';
import type { OpenedRow } from './rowWindow.ts';
import type { TableRows } from './TableRows.ts';

/** The opened rows by position, as high as they were measured; those not among the rows left out. */
export function useOpenedRows<T extends object>(
  opened: ReadonlySet<string>,
  rows: TableRows<T>,
  heights: ReadonlyMap<string, number>,
): readonly OpenedRow[] {
  return useMemo(() => {
    const found = [...opened].flatMap((key) => {
      const position = rows.positionOf(key);
      return position === null ? [] : [{ position, extra: heights.get(key) ?? 0 }];
    });
    return found.sort((a, b) => a.position - b.position);
  }, [opened, rows, heights]);
}
