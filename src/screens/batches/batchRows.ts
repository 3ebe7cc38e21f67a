import { listRows } from '../../table/place/listRows.ts';
import type { TableRows } from '../../table/place/TableRows.ts';
import type { BatchRow } from './BatchRow.ts';

/** Batches as the table reads them, in the order of some keys. */
export function batchRows(
  batches: readonly BatchRow[],
  keys: Iterable<string>,
): TableRows<BatchRow> {
  const byKey = new Map(batches.map((one) => [one.key, one]));
  const rows = Array.from(keys).flatMap((key) => byKey.get(key) ?? []);
  return listRows(rows, ({ key }) => key);
}
