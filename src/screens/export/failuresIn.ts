import { FAILED, StatusKinds } from '../../insights/StatusKinds.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { ExportAbout } from './formats/Exporter.ts';

/** How many of some rows failed (`isFailed`), and from when to when these were created. */
export function failuresIn(
  table: BuildTable,
  rows: Uint32Array,
): Pick<ExportAbout, 'failed' | 'window'> {
  const { alive, created, status } = table;
  const kinds = new StatusKinds().of(table);
  let failed = 0;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    if (alive[row] !== 1 || kinds[status[row] ?? -1] !== FAILED) continue;
    failed += 1;
    const at = created[row] ?? Number.NaN;
    if (at < from) from = at;
    if (at > to) to = at;
  }
  return { failed, window: from <= to ? [from, to] : null };
}
