import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';

/** How many of some active builds (`NameHistory.active`) run or wait, and how many are stalled. */
export function countActive(
  { created }: BuildTable,
  active: readonly number[],
  now: number,
): { readonly active: number; readonly stalled: number } {
  let stalled = 0;
  for (const row of active) if (isStalledAt(created[row] ?? Number.NaN, now)) stalled += 1;
  return { active: active.length - stalled, stalled };
}
