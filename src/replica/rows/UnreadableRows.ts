import type { Unreadable } from '../../contract/build.ts';

/** Rows with reports remembered at most. */
const MOST_ROWS = 1000;

/**
 * What came and could not be read. A row that is no build counts as one of the server's all the
 * same: it has an odd key of its own for the sweep, by its id or, where it has none, by its place.
 */
export class UnreadableRows {
  /** By row, what was wrong when it last came. */
  #reports = new Map<string, Unreadable[]>();
  #list: readonly Unreadable[] | null = null;
  readonly #keys = new Map<string, number>();
  /** Rows of the server's that are no builds here. */
  readonly #lost = new Set<string>();

  /** All reports; the same array until that changes. */
  get list(): readonly Unreadable[] {
    this.#list ??= [...this.#reports.values()].flat();
    return this.#list;
  }

  /** How many rows of the server's are not here, since they could not be read. */
  get size(): number {
    return this.#lost.size;
  }

  /**
   * Takes the reports of one answer. `keyOf` gives the key of a build that was read before. Returns
   * the keys of the rows that could not be read.
   */
  note(reports: readonly Unreadable[], keyOf: (id: string) => number | undefined): number[] {
    const byRow = new Map<string, Unreadable[]>();
    for (const report of reports) {
      const row = rowOf(report);
      byRow.set(row, [...(byRow.get(row) ?? []), report]);
    }
    const keys: number[] = [];
    for (const [row, all] of byRow) {
      this.#remember(row, all);
      const lost = all.find((report) => report.lost === 'row' || report.lost === 'build');
      if (!lost) continue;
      const known = lost.lost === 'build' ? keyOf(lost.id) : undefined;
      keys.push(known ?? this.#lose(row));
    }
    return keys;
  }

  /** The build came and could be read. Returns the key that it had before, if any. */
  readAgain(id: string): number | undefined {
    const row = rowOf({ id, lost: 'build' });
    if (this.#reports.delete(row)) this.#list = null;
    return this.#lost.delete(row) ? this.#keys.get(row) : undefined;
  }

  /** Rows that the server no longer has. */
  drop(keys: readonly number[]): void {
    const gone = new Set(keys);
    for (const row of this.#lost) {
      if (!gone.has(this.#keys.get(row) ?? -1)) continue;
      this.#lost.delete(row);
      if (this.#reports.delete(row)) this.#list = null;
    }
  }

  #lose(row: string): number {
    const key = this.#keys.get(row) ?? this.#keys.size * 2 + 1;
    this.#keys.set(row, key);
    this.#lost.add(row);
    return key;
  }

  #remember(row: string, reports: Unreadable[]): void {
    if (this.#reports.size >= MOST_ROWS && !this.#reports.has(row)) return;
    this.#reports.set(row, reports);
    this.#list = null;
  }
}

/** An id may look like a place. */
function rowOf({ id, lost }: Pick<Unreadable, 'id' | 'lost'>): string {
  return `${lost === 'row' ? 'at' : 'id'} ${id}`;
}
