import type { SelectableTable } from '../../replica/select/SelectableTable.ts';
import type { TableRows } from '../../table/place/TableRows.ts';
import type { View } from '../../views/address/View.ts';
import { resolveView } from '../../views/resolveView.ts';
import type { Filter } from '../../views/terms/Filter.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';

export interface MissingBuild {
  readonly id: string;
  /** The terms that hide it; null when it is not in the list at all. */
  readonly hiddenBy: Filter | null;
  /** The address opens it; else its id is what is searched for. */
  readonly opened: boolean;
}

export interface MissingBuildsInput {
  readonly table: SelectableTable;
  readonly rows: TableRows<BuildRecord>;
  readonly view: View;
  /** Only then can a build be said not to be in the list. */
  readonly complete: boolean;
  readonly now: number;
}

/** The builds that the view names and does not show, and why. */
export function missingBuilds(input: MissingBuildsInput): MissingBuild[] {
  const { table, rows, view, complete } = input;
  const has = (id: string) => table.rowOf(id) !== undefined;
  const searched = view.filter.flatMap((term) =>
    term.kind === 'free' && !term.not && has(term.text) ? [term.text] : [],
  );
  const ids = new Set([...view.open, ...searched]);
  return [...ids].flatMap((id): MissingBuild[] => {
    if (rows.positionOf(id) !== null) return [];
    const opened = view.open.includes(id);
    if (has(id)) {
      const hiddenBy = termsHiding(input, id);
      return hiddenBy.length > 0 ? [{ id, hiddenBy, opened }] : [];
    }
    return complete ? [{ id, hiddenBy: null, opened }] : [];
  });
}

function termsHiding({ table, view, now }: MissingBuildsInput, id: string): Filter {
  const row = table.rowOf(id);
  if (row === undefined) return [];
  const selector = table.newSelector();
  return view.filter.filter((term) => {
    const alone = resolveView({ filter: [term], zone: view.zone, sort: [] }, now);
    return !selector.select(alone, now).order.includes(row);
  });
}
