import type { BuildTable } from '../../list/BuildTable.ts';
import type { Batch } from './Batch.ts';

/** Paths looked at: a push is of one owner, and one path tells. */
const MOST_PATHS = 20;

/**
 * Whose a batch is, as the paths of its artifacts say: what stands before `name:tag`, such as the
 * `ada` of `prime/ada/web:v1`. Null while no path tells, and where they name several.
 */
export function ownerOf(table: BuildTable, { rows }: Batch): string | null {
  let owner: string | null = null;
  let looked = 0;
  for (const row of rows) {
    const image = `/${table.texts.names.at(table.name[row] ?? 0)}:${table.texts.tags.at(table.tag[row] ?? 0)}`;
    const first = table.artifacts.first[row] ?? 0;
    const count = table.artifacts.count[row] ?? 0;
    for (let place = first; place < first + count; place += 1) {
      const path = table.pathAt(row, place);
      if (path === null || !path.endsWith(image)) continue;
      const found = path.slice(0, -image.length).split('/').at(-1) ?? '';
      if (found === '' || (owner !== null && owner !== found)) return null;
      owner = found;
      looked += 1;
    }
    if (looked >= MOST_PATHS) break;
  }
  return owner;
}
