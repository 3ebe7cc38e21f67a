import type { BuildTable } from '../../list/BuildTable.ts';

/**
 * The rows to export: the ticked ones in the order shown where anything is ticked, else
 * exactly those of `order`. Ticked builds that the filter hides are not among them.
 */
export function exportRows(
  table: BuildTable,
  order: Uint32Array,
  ticked: ReadonlySet<string>,
): Uint32Array {
  if (ticked.size === 0) return order;
  const rows = new Set<number>();
  for (const id of ticked) {
    const row = table.rowOf(id);
    if (row !== undefined) rows.add(row);
  }
  return rows.size === 0 ? new Uint32Array(0) : order.filter((row) => rows.has(row));
}
