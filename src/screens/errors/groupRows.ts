import type { PickedGroup } from '../../insights/errors/ErrorFacts.ts';
import type { PickedErrors } from '../../insights/errors/PickedErrors.ts';
import { words } from '../../lib/grown.ts';
import type { TableRows } from '../../table/place/TableRows.ts';
import { printView } from '../../views/address/printView.ts';
import type { View } from '../../views/address/View.ts';
import { withFilter, withLens } from '../../views/editView.ts';
import { withTerm } from '../../views/query/editFilter.ts';
import type { GroupRow } from './GroupRow.ts';

interface SharedOfRows {
  readonly picked: PickedErrors;
  readonly view: View;
  /** Fingerprints. */
  readonly muted: ReadonlySet<string>;
}

/**
 * Causes in the order of some of their numbers as the table reads them, by fingerprint. A row is
 * made once it is drawn: there may be as many as failures.
 */
export function groupRows(
  { picked, view, muted }: SharedOfRows,
  causes: Uint32Array,
): TableRows<GroupRow> {
  const { facts } = picked;
  const made = new Map<number, GroupRow>();
  let places: Uint32Array | null = null;
  const at = (position: number) => {
    const cause = causes[position];
    if (cause === undefined) throw new RangeError(`There is no row ${position}.`);
    const row = made.get(cause) ?? new CauseRow(picked.groupOf(cause), { picked, view, muted });
    made.set(cause, row);
    return row;
  };
  return {
    count: causes.length,
    at,
    keyAt: (position) =>
      position in causes ? facts.groupOf(causes[position] ?? 0).fingerprint : '',
    positionOf: (fingerprint) => {
      const cause = facts.causeOf(fingerprint);
      if (cause === undefined) return null;
      places ??= placesOf(causes);
      const place = places[cause] ?? 0;
      return place === 0 ? null : place - 1;
    },
  };
}

/** By cause: its position + 1; 0: it has none. */
function placesOf(causes: Uint32Array): Uint32Array {
  let size = 0;
  for (const cause of causes) size = Math.max(size, cause + 1);
  const places = words(size);
  for (let at = 0; at < causes.length; at += 1) places[causes[at] ?? 0] = at + 1;
  return places;
}

/** A cause, whose link and bars are made once it is drawn. */
class CauseRow implements GroupRow {
  readonly group: PickedGroup['group'];
  readonly matching: PickedGroup['matching'];
  readonly muted: boolean;
  readonly #shared: SharedOfRows;
  #link: string | undefined;
  #trend: readonly number[] | undefined;

  constructor({ group, matching }: PickedGroup, shared: SharedOfRows) {
    this.group = group;
    this.matching = matching;
    this.muted = shared.muted.has(group.fingerprint);
    this.#shared = shared;
  }

  get complete() {
    return this.#shared.picked.facts.complete;
  }

  get buildsLink() {
    this.#link ??= linkOf(this.#shared.view, this.group.fingerprint);
    return this.#link;
  }

  get trend() {
    this.#trend ??= this.matching.trend(this.#shared.picked.axis);
    return this.#trend;
  }
}

function linkOf(view: View, value: string): string {
  const filter = withTerm(view.filter, { kind: 'mark', field: 'cause', value, not: false });
  return printView(withLens(withFilter(view, filter), 'builds')) || '?';
}
