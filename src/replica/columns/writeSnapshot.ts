import type { PackedTexts } from '../text/TextPool.ts';
import type { BuildColumns, Texts } from './BuildColumns.ts';
import type { PathShape } from './PathCodes.ts';
import { type PackedTimes, packTimes } from './packedTimes.ts';

/** Counts up with each change of what a snapshot holds; others are not read. */
export const SNAPSHOT_VERSION = 2;

/** A store as plain data: typed arrays, strings, numbers. */
export interface Snapshot {
  readonly version: number;
  readonly timeShapes: readonly number[];
  readonly pathShapes: readonly PathShape[];
  readonly texts: Readonly<Record<keyof Texts, PackedTexts>>;
  readonly times: Readonly<Record<TimeName, PackedTimes>>;
  readonly builds: {
    readonly alive: Uint8Array;
    readonly known: Uint8Array;
    readonly name: Uint32Array;
    readonly tag: Uint32Array;
    readonly status: Uint32Array;
    readonly first: Uint32Array;
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

/** Copies a store: `order` is its default order. */
export function writeSnapshot(
  columns: BuildColumns,
  alive: Uint8Array,
  order: Uint32Array,
): Snapshot {
  const { artifacts, rows, ranked } = columns;
  const { size } = artifacts;
  return {
    version: SNAPSHOT_VERSION,
    timeShapes: [...columns.shapes.list],
    pathShapes: artifacts.paths.shapes.map((shape) => ({ ...shape })),
    texts: {
      ids: columns.ids.pool.pack(),
      names: columns.names.pool.pack(),
      tags: columns.tags.pool.pack(),
      statuses: columns.statuses.pool.pack(),
      types: artifacts.types.pool.pack(),
      errors: artifacts.errors.pool.pack(),
      otherPaths: artifacts.paths.others.pool.pack(),
      artifactIds: artifacts.ids.pack(),
    },
    times: {
      created: packTimes(columns.created, rows),
      started: packTimes(columns.started, rows),
      ended: packTimes(columns.ended, rows),
      artifactCreated: packTimes(artifacts.created, size),
      artifactStarted: packTimes(artifacts.started, size),
      artifactEnded: packTimes(artifacts.ended, size),
    },
    builds: {
      alive: alive.slice(0, rows),
      known: columns.known.slice(0, rows),
      name: columns.name.slice(0, rows),
      tag: columns.tag.slice(0, rows),
      status: columns.status.slice(0, rows),
      first: columns.first.slice(0, rows),
      count: columns.count.slice(0, rows),
    },
    artifacts: {
      type: artifacts.type.slice(0, size),
      status: artifacts.status.slice(0, size),
      error: artifacts.error.slice(0, size),
      path: artifacts.path.slice(0, size),
    },
    orders: {
      created: order.slice(),
      ids: ranked.ids.order.slice(),
      names: ranked.names.order.slice(),
      tags: ranked.tags.order.slice(),
      errors: ranked.errors.order.slice(),
    },
  };
}
