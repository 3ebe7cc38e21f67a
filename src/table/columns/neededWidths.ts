import type { TableRows } from '../place/TableRows.ts';
import type { TableColumn } from './TableColumn.ts';

/** So many rows are asked at the top, and as many all over the list. */
const ASKED = 32;
/** Needs are told apart by this, so that a letter more in one row moves no column. Pixels. */
const STEP = 32;

/**
 * How wide the columns have to be to show what the first rows, and some of all the others, say.
 * Pixels at the usual size of text, by column; those that say nothing of it left out.
 */
export function neededWidths<T extends object>(
  columns: readonly TableColumn<T>[],
  rows: Pick<TableRows<T>, 'count' | 'at'>,
): ReadonlyMap<string, number> {
  const needs = new Map<string, number>();
  const asking = columns.flatMap(({ id, needs: ask }) => (ask ? [{ id, ask }] : []));
  if (asking.length === 0) return needs;
  const positions = new Set<number>();
  for (let at = 0; at < Math.min(ASKED, rows.count); at++) positions.add(at);
  for (let part = 1; part < ASKED; part++) {
    if (rows.count > 0) positions.add(Math.floor(((rows.count - 1) * part) / ASKED));
  }
  for (const position of positions) {
    const record = rows.at(position);
    for (const { id, ask } of asking) {
      const need = Math.ceil(ask(record) / STEP) * STEP;
      if (need > (needs.get(id) ?? 0)) needs.set(id, need);
    }
  }
  return needs;
}
