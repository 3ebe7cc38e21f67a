import { isActive } from '../../contract/status.ts';
import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildColumns } from './BuildColumns.ts';

/** The active builds of a store: found anew for each version, then kept. */
export class ActiveRows {
  #version = -1;
  #rows: readonly number[] = [];

  /** The rows of active builds, stalled or not. */
  all(columns: BuildColumns, alive: Uint8Array, version: number): readonly number[] {
    if (this.#version !== version) {
      this.#version = version;
      this.#rows = findActive(columns, alive);
    }
    return this.#rows;
  }
}

/** Those that are not stalled at `now`, and how many are. Milliseconds since the epoch. */
export function withoutStalled(rows: readonly number[], created: Float64Array, now: number) {
  const active = rows.filter((row) => !isStalledAt(created[row] ?? Number.NaN, now));
  return { active: Uint32Array.from(active), stalled: rows.length - active.length };
}

function findActive({ status, statuses, rows }: BuildColumns, alive: Uint8Array): number[] {
  const words = [...statuses.pool].map(isActive);
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (alive[row] === 1 && words[status[row] ?? 0]) found.push(row);
  }
  return found;
}
