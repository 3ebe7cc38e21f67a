import type { Build } from '../../contract/build.ts';
import { BuildStore } from '../columns/BuildStore.ts';
import { SelectableTable } from '../select/SelectableTable.ts';

/** A store that holds these builds, in rows in their order, and its face: complete. */
export function listOf(builds: readonly Build[]) {
  const store = new BuildStore();
  store.apply(builds, 1);
  return { store, table: new SelectableTable(store, () => true) };
}

/** The rows of builds, in the order given. */
export function rowsOf(
  table: { rowOf(id: string): number | undefined },
  ids: readonly string[],
): Uint32Array {
  return Uint32Array.from(ids.map((id) => table.rowOf(id) ?? -1));
}
