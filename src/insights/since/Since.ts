import type { BuildTable } from '../../list/BuildTable.ts';
import type { Mark } from '../../list/Marks.ts';
import { KeptMarks } from '../KeptMarks.ts';
import { isAfter } from './isAfter.ts';

/** The mark of builds that are new or changed since a moment. */
const SINCE = 'since';
/** The key that means the end of the person's last visit; others are instants. */
const LAST = 'last';

/**
 * What is new or changed since a moment: builds that were created, began or ended after it, by the
 * API's own times. `lastVisit` gives the end of the last visit, milliseconds since the epoch; null
 * while there is none, and then nothing is marked.
 */
export class Since {
  readonly #marks = new KeptMarks();
  readonly #lastVisit: () => number | null;
  /** Hears of another last visit. */
  readonly subscribe: (listener: () => void) => () => void;
  #table: BuildTable | null = null;

  constructor(lastVisit: () => number | null, subscribe: Since['subscribe']) {
    this.#lastVisit = lastVisit;
    this.subscribe = subscribe;
  }

  facts(table: BuildTable): void {
    this.#table = table;
  }

  work(): boolean {
    return true;
  }

  /** The mark `since` for `last` or an instant such as `2026-11-26T17:40:03.120Z`. */
  mark(mark: string, key: string): Mark | null {
    if (mark !== SINCE) return null;
    const table = this.#table;
    const at = key === LAST ? this.#lastVisit() : Date.parse(key);
    const source = `${table?.epoch} ${table?.version} ${at}`;
    return this.#marks.mark(key, source, table?.rowCount ?? 0, () =>
      table === null || at === null ? [] : changedAfter(table, at),
    );
  }
}

function changedAfter(table: BuildTable, at: number): readonly number[] {
  const { alive, created, started, ended, rowCount } = table;
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    if (alive[row] !== 1) continue;
    const isNew = [created[row], started[row], ended[row]].some((time) => isAfter(time, at));
    if (isNew) rows.push(row);
  }
  return rows;
}
