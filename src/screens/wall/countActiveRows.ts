import { isActive } from '../../contract/status.ts';
import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';

/** How many builds of some rows are active and not stalled at `now`, milliseconds. */
export function countActiveRows(table: BuildTable, rows: Uint32Array, now: number): number {
  const { size } = table.texts.statuses;
  const active = Array.from({ length: size }, (_, code) => isActive(table.texts.statuses.at(code)));
  let count = 0;
  for (const row of rows) {
    if (!active[table.status[row] ?? -1]) continue;
    if (!isStalledAt(table.created[row] ?? Number.NaN, now)) count += 1;
  }
  return count;
}
