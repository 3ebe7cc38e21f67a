import type { PackedTexts } from '../text/TextPool.ts';
import type { BuildColumns, Texts } from './BuildColumns.ts';
import type { LiveNumbers, LiveParts } from './liveParts.ts';
import type { PathShape } from './PathCodes.ts';
import { type PackedTimes, packTimes } from './packedTimes.ts';

/** Counts up with each change of what a snapshot holds; others are not read. */
export const SNAPSHOT_VERSION = 3;

/** A store as plain data: typed arrays, strings, numbers. */
export interface Snapshot {
  readonly version: number;
  readonly timeShapes: readonly number[];
  readonly pathShapes: readonly PathShape[];
  readonly texts: Readonly<Record<keyof Texts, PackedTexts>>;
  readonly times: Readonly<Record<TimeName, PackedTimes>>;
  readonly builds: {
    readonly known: Uint8Array;
    readonly name: Uint32Array;
    readonly tag: Uint32Array;
    readonly status: Uint32Array;
    readonly count: Uint32Array;
  };
  readonly artifacts: {
    readonly type: Uint32Array;
    readonly status: Uint32Array;
    readonly error: Uint32Array;
    readonly path: Int32Array;
  };
  readonly orders: Readonly<Record<RankName | 'created', Uint32Array>>;
}

type TimeName =
  | 'created'
  | 'started'
  | 'ended'
  | 'artifactCreated'
  | 'artifactStarted'
  | 'artifactEnded';
type RankName = keyof BuildColumns['ranked'];

/**
 * Copies what of a store is in the list, and nothing of what is gone: its numbers start anew.
 * `order` is its default order.
 */
export function writeSnapshot(
  columns: BuildColumns,
  parts: LiveParts,
  order: Uint32Array,
): Snapshot {
  const { artifacts, ranked } = columns;
  const { rows, places } = parts;
  return {
    version: SNAPSHOT_VERSION,
    timeShapes: [...columns.shapes.list],
    pathShapes: Array.from(parts.pathShapes.list, (code) => ({ ...shapeAt(columns, code) })),
    texts: {
      ids: columns.ids.pool.pack(rows.list),
      names: columns.names.pool.pack(parts.names.list),
      tags: columns.tags.pool.pack(parts.tags.list),
      statuses: columns.statuses.pool.pack(parts.statuses.list),
      types: artifacts.types.pool.pack(parts.types.list),
      errors: artifacts.errors.pool.pack(parts.errors.list),
      otherPaths: artifacts.paths.others.pool.pack(parts.otherPaths.list),
      artifactIds: artifacts.ids.pack(places),
    },
    times: {
      created: packTimes(columns.created, rows.list),
      started: packTimes(columns.started, rows.list),
      ended: packTimes(columns.ended, rows.list),
      artifactCreated: packTimes(artifacts.created, places),
      artifactStarted: packTimes(artifacts.started, places),
      artifactEnded: packTimes(artifacts.ended, places),
    },
    builds: {
      known: Uint8Array.from(rows.list, (row) => columns.known[row] ?? 0),
      name: codesAt(columns.name, rows.list, parts.names),
      tag: codesAt(columns.tag, rows.list, parts.tags),
      status: codesAt(columns.status, rows.list, parts.statuses),
      count: Uint32Array.from(rows.list, (row) => columns.count[row] ?? 0),
    },
    artifacts: {
      type: codesAt(artifacts.type, places, parts.types),
      status: codesAt(artifacts.status, places, parts.statuses),
      error: Uint32Array.from(places, (place) => {
        const error = artifacts.error[place] ?? 0;
        return error === 0 ? 0 : (parts.errors.to[error - 1] ?? 0) + 1;
      }),
      path: Int32Array.from(places, (place) => pathAt(artifacts.path[place] ?? 0, parts)),
    },
    orders: {
      created: order.map((row) => rows.to[row] ?? 0),
      ids: live(ranked.ids.order, rows),
      names: live(ranked.names.order, parts.names),
      tags: live(ranked.tags.order, parts.tags),
      errors: live(ranked.errors.order, parts.errors),
    },
  };
}

const NO_SHAPE: PathShape = { prefix: '', suffix: '' };

function shapeAt(columns: BuildColumns, code: number): PathShape {
  return columns.artifacts.paths.shapes[code] ?? NO_SHAPE;
}

function codesAt(codes: Uint32Array, at: Uint32Array, { to }: LiveNumbers): Uint32Array {
  return at.map((place) => to[codes[place] ?? 0] ?? 0);
}

/** See `PathCodes`: shapes from 1 up, texts of their own from -1 down. */
function pathAt(code: number, { pathShapes, otherPaths }: LiveParts): number {
  if (code > 0) return (pathShapes.to[code - 1] ?? 0) + 1;
  return code < 0 ? -1 - (otherPaths.to[-1 - code] ?? 0) : 0;
}

/** An order of numbers without those that are gone. */
function live(order: Uint32Array, { list, to }: LiveNumbers): Uint32Array {
  const kept = list.length === order.length ? order : order.filter((one) => isLive(one, list, to));
  return kept.map((one) => to[one] ?? 0);
}

function isLive(number: number, list: Uint32Array, to: Uint32Array): boolean {
  return list[to[number] ?? 0] === number;
}
