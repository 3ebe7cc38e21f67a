import type { BuildTable } from '../../list/BuildTable.ts';
import { CANCELLED, COMPLETED, FAILED, StatusKinds } from '../StatusKinds.ts';

/** How a build ended. */
export type Ending = 'finished' | 'failed' | 'cancelled';

const ENDINGS = new Map<number, Ending>([
  [COMPLETED, 'finished'],
  [FAILED, 'failed'],
  [CANCELLED, 'cancelled'],
]);

/** A build that was seen not to have ended, or not to be there, and now has ended. */
export interface SeenEnding {
  readonly row: number;
  readonly ending: Ending;
  /** It was there before, and had not ended. */
  readonly wasSeen: boolean;
}

/**
 * Which builds ended between two looks at a list, by id: what was seen of each build is kept, and
 * a build that had ended already is never told again.
 */
export class SeenStatuses {
  readonly #kinds = new StatusKinds();
  #table: BuildTable | null = null;
  /** By row of `#table`: 1 more than its kind when it was seen last; 0: not seen. */
  #seen = new Uint8Array(0);

  /** True before the first look: it has nothing to compare with. */
  get isNew(): boolean {
    return this.#table === null;
  }

  /** What ended since the look before; with the first look, all that has ended. */
  look(table: BuildTable): readonly SeenEnding[] {
    const kinds = this.#kinds.of(table);
    const before = this.#carried(table);
    const now = new Uint8Array(table.rowCount);
    const ended: SeenEnding[] = [];
    for (let row = 0; row < table.rowCount; row += 1) {
      const was = before[row] ?? 0;
      if (table.alive[row] !== 1) continue;
      const kind = kinds[table.status[row] ?? 0] ?? 0;
      now[row] = kind + 1;
      const ending = was === kind + 1 ? undefined : ENDINGS.get(kind);
      if (ending !== undefined) ended.push({ row, ending, wasSeen: was > 0 });
    }
    this.#table = table;
    this.#seen = now;
    return ended;
  }

  /** What was seen before, by the rows of this table: rows have other numbers in another epoch. */
  #carried(table: BuildTable): Uint8Array {
    const old = this.#table;
    if (old === null || old === table) return this.#seen;
    const carried = new Uint8Array(table.rowCount);
    for (let row = 0; row < table.rowCount; row += 1) {
      const was = table.alive[row] === 1 ? old.rowOf(table.id.at(row)) : undefined;
      if (was !== undefined) carried[row] = this.#seen[was] ?? 0;
    }
    return carried;
  }
}
