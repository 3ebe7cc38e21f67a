import type { BuildTable } from '../../list/BuildTable.ts';

/**
 * When the last of these builds was created or ended, milliseconds since the epoch; negative
 * infinity when none was. Times after `now` are a clock gone wrong and do not count.
 */
export function newestOf(table: BuildTable, rows: Uint32Array, now: number): number {
  const { created, ended } = table;
  let newest = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    for (const at of [created[row], ended[row]]) {
      if (at !== undefined && at > newest && at <= now) newest = at;
    }
  }
  return newest;
}
