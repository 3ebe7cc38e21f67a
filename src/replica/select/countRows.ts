import { ARTIFACT_TYPES, STATUSES } from '../../contract/status.ts';
import type { Selection } from '../../list/Selection.ts';
import type { BuildStore } from '../columns/BuildStore.ts';
import { Facet } from './Facet.ts';
import type { Used } from './UsedWords.ts';

/** Of a row: it fails a clause that is not on the facet, so no value of the facet would bring it. */
export const NOT_BY_STATUS = 4;
export const NOT_BY_ARTIFACT = 8;

/** Counts the rows that match, and for each value of a facet those that it would bring. */
export function countRows({ columns }: BuildStore, used: Used) {
  const { status, statuses, first, count, artifacts } = columns;
  const { type } = artifacts;
  const byStatus = new Facet(statuses, used.statuses);
  const byType = new Facet(artifacts.types, used.types);
  const { values, counts, last } = byType;
  let matching = 0;
  return {
    /** `state`: 0 for a row that matches. */
    add(row: number, state: number): void {
      if (state === 0) matching += 1;
      if ((state & NOT_BY_STATUS) === 0) {
        const value = byStatus.values[status[row] ?? 0] ?? 0;
        byStatus.counts[value] = (byStatus.counts[value] ?? 0) + 1;
      }
      if ((state & NOT_BY_ARTIFACT) !== 0) return;
      const from = first[row] ?? 0;
      const end = from + (count[row] ?? 0);
      for (let at = from; at < end; at += 1) {
        const value = values[type[at] ?? 0] ?? 0;
        if (last[value] === row) continue;
        last[value] = row;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    },
    result(): { readonly count: number; readonly facets: Selection['facets'] } {
      const types = byType.list(ARTIFACT_TYPES);
      types.sort((a, b) => b.count - a.count);
      return { count: matching, facets: { status: byStatus.list(STATUSES), artifact: types } };
    },
  };
}
