import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { LONGEST_MS, usableDuration } from '../buildTimes.ts';
import { ACTIVE, COMPLETED } from '../StatusKinds.ts';
import type { Observed } from './Survival.ts';
import { typeSet } from './typeSet.ts';

/** Enough for quartiles, and so few that they are of now. */
const COMPLETED_WANTED = 30;

export interface CohortOf {
  readonly table: BuildTable;
  readonly kinds: Uint8Array;
  readonly now: number;
  /** The build to be compared: it is none of its own cohort. */
  readonly row: number;
}

/**
 * The builds to compare one with: of `rows`, which are newest start first, those of the same types
 * for which `holds`, back until `fewest` and `most` of them completed; all others among them count as
 * cut off. By start and not by end: the newest ends favour short builds. Null when fewer than
 * `fewest` completed.
 */
export function cohortOf(
  { table, kinds, now, row: own }: CohortOf,
  rows: Iterable<number>,
  fewest: number,
  holds: (row: number) => boolean,
  most = COMPLETED_WANTED,
): readonly Observed[] | null {
  const wanted = Math.max(fewest, most);
  const types = typeSet(table, own);
  const observed: Observed[] = [];
  let completed = 0;
  for (const row of rows) {
    if (row === own || !holds(row) || typeSet(table, row) !== types) continue;
    const one = observe(table, kinds, row, now);
    if (one === null) continue;
    observed.push(one);
    if (one.completed) completed += 1;
    if (completed === wanted) break;
  }
  return completed < fewest ? null : observed;
}

/** Null when its times say nothing: unknown, reversed, a day apart, not started, stalled. */
function observe(table: BuildTable, kinds: Uint8Array, row: number, now: number): Observed | null {
  const kind = kinds[table.status[row] ?? 0];
  if (kind !== ACTIVE) {
    const ms = usableDuration(table, row);
    return Number.isNaN(ms) ? null : { ms, completed: kind === COMPLETED };
  }
  if (isStalledAt(table.created[row] ?? Number.NaN, now)) return null;
  const ms = now - (table.started[row] ?? Number.NaN);
  return ms > 0 && ms < LONGEST_MS ? { ms, completed: false } : null;
}
