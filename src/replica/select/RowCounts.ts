import { ARTIFACT_TYPES, STATUSES } from '../../contract/status.ts';
import { compareText } from '../../lib/text.ts';
import type { Selection } from '../../list/Selection.ts';
import type { BuildStore } from '../columns/BuildStore.ts';
import { Facet } from './Facet.ts';
import type { Used } from './UsedWords.ts';

/** The builds that match, and those that each value of a facet would bring. */
export class RowCounts {
  /** How many match. */
  matching = 0;
  readonly #columns: BuildStore['columns'];
  readonly #byStatus: Facet;
  readonly #byType: Facet;

  constructor({ columns }: BuildStore, used: Used) {
    this.#columns = columns;
    this.#byStatus = new Facet(columns.statuses, used.statuses);
    this.#byType = new Facet(columns.artifacts.types, used.types);
  }

  /** Counts a row that matches but for what is asked of its status. */
  addToStatus(row: number): void {
    const { values, counts } = this.#byStatus;
    const value = values[this.#columns.status[row] ?? 0] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }

  /** Counts a row that matches but for what is asked of its artifacts, once for each of its types. */
  addToTypes(row: number): void {
    const { first, count, artifacts } = this.#columns;
    const { values, counts, last } = this.#byType;
    const from = first[row] ?? 0;
    const end = from + (count[row] ?? 0);
    for (let at = from; at < end; at += 1) {
      const value = values[artifacts.type[at] ?? 0] ?? 0;
      if (last[value] === row) continue;
      last[value] = row;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }

  facets(): Selection['facets'] {
    const types = this.#byType.list(ARTIFACT_TYPES);
    return {
      status: this.#byStatus.list(STATUSES),
      artifact: types.sort((a, b) => b.count - a.count || compareText(a.value, b.value)),
    };
  }
}
