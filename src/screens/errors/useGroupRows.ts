import { useMemo } from 'react';
import type { PickedErrors, PickedGroup } from '../../insights/errors/ErrorFacts.ts';
import { listRows } from '../../table/place/listRows.ts';
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
    const shared = { view, axis: picked.axis, complete };
    const rows = picked.groups.map(
      (one) => new CauseRow(one, muted.has(one.group.fingerprint), shared),
    );
    return sortGroups(rows, view.lensSort ?? USUAL_SORT);
  }, [picked, view, muted, complete]);
}

/** A cause, whose link and bars are made once it is drawn: there may be as many as failures. */
class CauseRow implements GroupRow {
  readonly group: PickedGroup['group'];
  readonly matching: PickedGroup['matching'];
  readonly muted: boolean;
  readonly #shared: SharedOfRows;
  #link: string | undefined;
  #trend: readonly number[] | undefined;

  constructor({ group, matching }: PickedGroup, muted: boolean, shared: SharedOfRows) {
    this.group = group;
    this.matching = matching;
    this.muted = muted;
    this.#shared = shared;
  }

  get complete() {
    return this.#shared.complete;
  }

  get buildsLink() {
    this.#link ??= linkOf(this.#shared.view, this.group.fingerprint);
    return this.#link;
  }

  get trend() {
    this.#trend ??= this.matching.trend(this.#shared.axis);
    return this.#trend;
  }
}

interface SharedOfRows {
  readonly view: View;
  readonly axis: PickedErrors['axis'];
  readonly complete: boolean;
}

function linkOf(view: View, value: string): string {
  const filter = withTerm(view.filter, { kind: 'mark', field: 'cause', value, not: false });
  return printView(withLens(withFilter(view, filter), 'builds')) || '?';
}

/** Rows as the table reads them. */
export function groupTableRows(rows: readonly GroupRow[]): TableRows<GroupRow> {
  return listRows(rows, ({ group }) => group.fingerprint);
}
