import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { ACTIVE, CANCELLED } from '../StatusKinds.ts';
import type { Batch } from './Batch.ts';

/** A build and how long it took, or has run. */
export interface SlowBuild {
  readonly row: number;
  readonly ms: number;
  /** It has not ended. */
  readonly running: boolean;
}

/**
 * The builds of a batch that took longest or have run longest at `now` (milliseconds since the
 * epoch), at most `most`. None that was cancelled, is stalled or has no usable times.
 */
export function slowestOf(
  table: BuildTable,
  kinds: Uint8Array,
  { rows }: Batch,
  now: number,
  most: number,
): readonly SlowBuild[] {
  const found: SlowBuild[] = [];
  for (const row of rows) {
    const kind = kinds[table.status[row] ?? 0];
    const running = kind === ACTIVE;
    if (kind === CANCELLED || (running && isStalledAt(table.created[row] ?? Number.NaN, now))) {
      continue;
    }
    const end = running ? now : (table.ended[row] ?? Number.NaN);
    const ms = end - (table.started[row] ?? Number.NaN);
    if (ms > 0) found.push({ row, ms, running });
  }
  return found.sort((a, b) => b.ms - a.ms).slice(0, most);
}
