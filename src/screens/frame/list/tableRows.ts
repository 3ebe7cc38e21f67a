import type { BuildTable } from '../../../list/BuildTable.ts';
import type { TableRows } from '../../../table/place/TableRows.ts';
import type { Became, BuildRecord } from '../../build/BuildRecord.ts';

const NOTHING: ReadonlyMap<number, Became> = new Map();

/**
 * An order of row numbers as the table reads it; positions are looked up once, when first asked.
 * `became`: rows that are not of the view any more and stay on screen, and why they are not.
 */
export function tableRows(
  table: BuildTable,
  order: Uint32Array,
  recordOf: (row: number) => BuildRecord,
  became: ReadonlyMap<number, Became> = NOTHING,
): TableRows<BuildRecord> {
  let positions: Int32Array | undefined;
  const lookUp = () => {
    const found = new Int32Array(table.rowCount).fill(-1);
    for (let position = 0; position < order.length; position++) {
      found[order[position] ?? 0] = position;
    }
    return found;
  };
  const rowAt = (position: number) => order[position] ?? 0;
  /** Also of a build that is deleted and stays on screen. */
  const rowOf = (id: string) => {
    const row = table.rowOf(id);
    if (row !== undefined) return row;
    for (const [gone, why] of became)
      if (why === 'deleted' && table.id.at(gone) === id) return gone;
    return undefined;
  };
  return {
    count: order.length,
    at: (position) => {
      const row = rowAt(position);
      const record = recordOf(row);
      const why = became.get(row);
      return why === undefined ? record : marked(record, why);
    },
    keyAt: (position) => table.id.at(rowAt(position)),
    positionOf: (id) => {
      const row = rowOf(id);
      if (row === undefined) return null;
      positions ??= lookUp();
      const position = positions[row] ?? -1;
      return position < 0 ? null : position;
    },
  };
}

const marks = new WeakMap<BuildRecord, BuildRecord>();

/** The record with its mark; the same one each time, so that its row is not drawn again. */
function marked(record: BuildRecord, became: Became): BuildRecord {
  const known = marks.get(record);
  if (known?.became === became) return known;
  const made = { ...record, became };
  marks.set(record, made);
  return made;
}
