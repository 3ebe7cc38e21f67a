import { bytes, cut, roomOf, signed, words } from '../../lib/grown.ts';
import type { ArtifactColumns } from './ArtifactColumns.ts';
import type { BuildColumns } from './BuildColumns.ts';

/** `name` and `type` come first: no other column is ever shorter (`ensure`). */
const CODES = ['name', 'tag', 'status', 'firstError', 'first', 'count'] as const;
const FLAGS = ['conflicted', 'hasPath', 'known'] as const;
const TIMES = ['created', 'started', 'ended'] as const;
const ARTIFACT_CODES = ['type', 'status', 'error'] as const;

/**
 * Gives back the room that one column grew into and does not need; false when none has much. While
 * a list loads, a third of the columns may be spare: cut down once it is there, they grow as seldom
 * as before.
 */
export function trimNext(columns: BuildColumns): boolean {
  const places = roomOf(columns.name, columns.rows);
  for (const name of CODES) {
    if (columns[name].length <= places) continue;
    columns[name] = cut(columns[name], places, words);
    return true;
  }
  for (const name of FLAGS) {
    if (columns[name].length <= places) continue;
    columns[name] = cut(columns[name], places, bytes);
    return true;
  }
  if (TIMES.some((name) => columns[name].cut(places))) return true;
  if (trimArtifacts(columns.artifacts)) return true;
  return [columns.ids, columns.names, columns.tags].some((table) => table.trim());
}

function trimArtifacts(artifacts: ArtifactColumns): boolean {
  const places = roomOf(artifacts.type, artifacts.size);
  for (const name of ARTIFACT_CODES) {
    if (artifacts[name].length <= places) continue;
    artifacts[name] = cut(artifacts[name], places, words);
    return true;
  }
  if (artifacts.path.length > places) {
    artifacts.path = cut(artifacts.path, places, signed);
    return true;
  }
  return TIMES.some((name) => artifacts[name].cut(places));
}
