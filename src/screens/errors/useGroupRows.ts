import { useMemo } from 'react';
import type { PickedErrors } from '../../insights/errors/ErrorFacts.ts';
import type { TableRows } from '../../table/place/TableRows.ts';
import { printView } from '../../views/address/printView.ts';
import type { View } from '../../views/address/View.ts';
import { withFilter, withLens } from '../../views/editView.ts';
import { withTerm } from '../../views/query/editFilter.ts';
import type { GroupRow } from './GroupRow.ts';
import { sortGroups, USUAL_SORT } from './sortGroups.ts';

/** The causes that the filter lets through as rows, in the order of the view. */
export function useGroupRows(
  picked: PickedErrors,
  view: View,
  muted: ReadonlySet<string>,
  complete: boolean,
): readonly GroupRow[] {
  return useMemo(() => {
    const rows = picked.groups.map((one) => ({
      ...one,
      buildsLink: linkOf(view, one.group.fingerprint),
      trend: one.matching.trend(picked.axis),
      muted: muted.has(one.group.fingerprint),
      complete,
    }));
    return sortGroups(rows, view.lensSort ?? USUAL_SORT);
  }, [picked, view, muted, complete]);
}

function linkOf(view: View, value: string): string {
  const filter = withTerm(view.filter, { kind: 'mark', field: 'cause', value, not: false });
  return printView(withLens(withFilter(view, filter), 'builds')) || '?';
}

/** Rows as the table reads them. */
export function groupTableRows(rows: readonly GroupRow[]): TableRows<GroupRow> {
  const positions = new Map(rows.map(({ group }, position) => [group.fingerprint, position]));
  return {
    count: rows.length,
    at: (position) => {
      const row = rows[position];
      if (row === undefined) throw new RangeError(`There is no cause ${position}.`);
      return row;
    },
    keyAt: (position) => rows[position]?.group.fingerprint ?? '',
    positionOf: (key) => positions.get(key) ?? null,
  };
}
