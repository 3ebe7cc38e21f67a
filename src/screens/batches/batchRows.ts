import type { TableRows } from '../../table/place/TableRows.ts';
import type { BatchRow } from './BatchRow.ts';

/** Batches as the table reads them, in the order of some keys. */
export function batchRows(
  batches: readonly BatchRow[],
  keys: readonly string[],
): TableRows<BatchRow> {
  const byKey = new Map(batches.map((one) => [one.key, one]));
  const rows = keys.flatMap((key) => byKey.get(key) ?? []);
  const positions = new Map(rows.map(({ key }, position) => [key, position]));
  return {
    count: rows.length,
    at: (position) => {
      const row = rows[position];
      if (row === undefined) throw new RangeError(`There is no batch ${position}.`);
      return row;
    },
    keyAt: (position) => rows[position]?.key ?? '',
    positionOf: (key) => positions.get(key) ?? null,
  };
}
