import type { Change, ComparedImage } from '../../insights/compare/Comparison.ts';
import { imageReference } from '../../lib/imageReference.ts';
import { makeVisible } from '../../lib/text.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { listRows } from '../../table/place/listRows.ts';
import type { TableRows } from '../../table/place/TableRows.ts';

/** An image that changed, or did not mend. */
export interface ChangeRow {
  /** The id of the build by which it is so. */
  readonly key: string;
  readonly change: Change;
  readonly name: string;
  readonly tag: string;
  /** As it can be read and said. */
  readonly shown: string;
  readonly before: SideBuild | null;
  readonly after: SideBuild | null;
}

/** The newest COMPLETED or FAILED build of a side. */
export interface SideBuild {
  readonly row: number;
  readonly id: string;
  readonly status: string;
  /** Milliseconds since the epoch; NaN: unknown. */
  readonly ended: number;
}

/** What has a row; the others are counted. */
const LISTED: readonly Change[] = ['newly-broken', 'newly-good', 'still-broken'];

/** The images that are newly broken, newly good or still broken, as the table reads them. */
export function changeRows(
  table: BuildTable,
  images: readonly ComparedImage[],
): TableRows<ChangeRow> {
  const made = new Map<ComparedImage, ChangeRow>();
  const rows = listRows(
    images.filter(({ change }) => LISTED.includes(change)),
    ({ before, after }) => {
      const row = after ?? before;
      return row === null ? '' : table.id.at(row);
    },
  );
  return {
    ...rows,
    at: (position) => {
      const image = rows.at(position);
      const row = made.get(image) ?? rowOf(table, image);
      made.set(image, row);
      return row;
    },
  };
}

function rowOf(table: BuildTable, { change, before, after }: ComparedImage): ChangeRow {
  const row = after ?? before ?? 0;
  const name = table.texts.names.at(table.name[row] ?? -1);
  const tag = table.texts.tags.at(table.tag[row] ?? -1);
  const shown = makeVisible(imageReference(name.slice(0, 300), tag.slice(0, 128)));
  return {
    key: table.id.at(row),
    change,
    name,
    tag,
    shown: shown || '(no name)',
    before: buildOf(table, before),
    after: buildOf(table, after),
  };
}

function buildOf(table: BuildTable, row: number | null): SideBuild | null {
  if (row === null) return null;
  return {
    row,
    id: table.id.at(row),
    status: table.texts.statuses.at(table.status[row] ?? -1),
    ended: table.ended[row] ?? Number.NaN,
  };
}
