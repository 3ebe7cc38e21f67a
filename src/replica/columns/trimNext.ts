import { roomOf } from '../../lib/grown.ts';
import type { BuildColumns } from './BuildColumns.ts';

const TIMES = ['created', 'started', 'ended'] as const;
/** `name` and `type` come first: no other column is ever shorter (`ensure`). */
const OF_BUILDS = [
  'name',
  'tag',
  'status',
  'firstError',
  'first',
  'count',
  'conflicted',
  'hasPath',
  'known',
] as const;
const OF_ARTIFACTS = ['type', 'status', 'error', 'path'] as const;

/**
 * Gives back the room that one column grew into and does not need; false when none has much. While
 * a list loads, a third of the columns may be spare: cut down once it is there, they grow as seldom
 * as before.
 */
export function trimNext(columns: BuildColumns): boolean {
  const { artifacts, ids, names, tags } = columns;
  const builds = roomOf(columns.name, columns.rows);
  const own = roomOf(artifacts.type, artifacts.size);
  return (
    OF_BUILDS.some((name) => cutColumn(columns, name, builds)) ||
    TIMES.some((name) => columns[name].cut(builds)) ||
    OF_ARTIFACTS.some((name) => cutColumn(artifacts, name, own)) ||
    TIMES.some((name) => artifacts[name].cut(own)) ||
    [ids, names, tags].some((table) => table.trim())
  );
}

function cutColumn<K extends string>(
  columns: Record<K, Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>>,
  name: K,
  places: number,
): boolean {
  const column = columns[name];
  if (column.length <= places) return false;
  columns[name] = column.slice(0, places);
  return true;
}
