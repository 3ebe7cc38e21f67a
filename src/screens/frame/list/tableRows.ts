import type { BuildStore } from '../../../replica/columns/BuildStore.ts';
import type { TableRows } from '../../../table/TableRows.ts';
import type { BuildRecord } from '../../build/BuildRecord.ts';

/** An order of row numbers as the table reads it; positions are looked up once, when first asked. */
export function tableRows(
  store: BuildStore,
  order: Uint32Array,
  recordOf: (row: number) => BuildRecord,
): TableRows<BuildRecord> {
  let positions: Int32Array | undefined;
  const lookUp = () => {
    const found = new Int32Array(store.rowCount).fill(-1);
    for (let position = 0; position < order.length; position++) {
      found[order[position] ?? 0] = position;
    }
    return found;
  };
  const rowAt = (position: number) => order[position] ?? 0;
  return {
    count: order.length,
    at: (position) => recordOf(rowAt(position)),
    keyAt: (position) => store.idAt(rowAt(position)),
    positionOf: (id) => {
      const row = store.rowOf(id);
      if (row === undefined) return null;
      positions ??= lookUp();
      const position = positions[row] ?? -1;
      return position < 0 ? null : position;
    },
  };
}
