import { BuildColumns, type Texts } from './BuildColumns.ts';
import { CreatedOrder } from './CreatedOrder.ts';
import { signed } from './grown.ts';
import { must, part } from './must.ts';
import type { PathShape } from './PathCodes.ts';
import { type PackedTimes, packTimes, unpackCodes, unpackTimes } from './packedTimes.ts';
import { type PackedTexts, TextPool } from './TextPool.ts';
import { TextTable } from './TextTable.ts';
import { isTimeShape } from './timeShape.ts';

/** Counts up with each change of what a snapshot holds; others are not read. */
const SNAPSHOT_VERSION = 1;

/** A store as plain data: typed arrays, strings, numbers. */
export interface Snapshot {
  readonly version: number;
  readonly timeShapes: readonly number[];
  readonly pathShapes: readonly PathShape[];
  readonly texts: Readonly<Record<keyof Texts, PackedTexts>>;
  readonly times: Readonly<Record<TimeName, PackedTimes>>;
  readonly builds: {
    readonly alive: Uint8Array;
    readonly facts: Uint8Array;
    readonly name: Uint32Array;
    readonly tag: Uint32Array;
    readonly status: Uint32Array;
    readonly first: Uint32Array;
    readonly count: Int32Array;
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

/** What a snapshot brought back. */
export interface Restored {
  readonly columns: BuildColumns;
  readonly alive: Uint8Array<ArrayBuffer>;
  readonly order: CreatedOrder;
  readonly size: number;
}

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
      facts: columns.facts.slice(0, rows),
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

/** Reads a snapshot back; null when any part of it is not what it should be. Never throws. */
export function readSnapshot(snapshot: unknown): Restored | null {
  try {
    must(part(snapshot, 'version') === SNAPSHOT_VERSION);
    const columns = new BuildColumns(readTexts(snapshot));
    readShapes(snapshot, columns);
    readArtifacts(snapshot, columns);
    const alive = readBuilds(snapshot, columns);
    const orders = part(snapshot, 'orders');
    for (const [name, ranked] of Object.entries(columns.ranked)) {
      const order = part(orders, name);
      must(order instanceof Uint32Array);
      ranked.restore(order);
    }
    const byCreated = part(orders, 'created');
    must(byCreated instanceof Uint32Array);
    const order = new CreatedOrder();
    order.restore(byCreated, alive, columns.created.ms, columns.ids);
    return { columns, alive, order, size: alive.reduce((sum, one) => sum + one, 0) };
  } catch {
    return null;
  }
}

function readTexts(snapshot: unknown): Texts {
  const texts = part(snapshot, 'texts');
  return {
    ids: TextTable.unpack(part(texts, 'ids')),
    names: TextTable.unpack(part(texts, 'names')),
    tags: TextTable.unpack(part(texts, 'tags')),
    statuses: TextTable.unpack(part(texts, 'statuses')),
    types: TextTable.unpack(part(texts, 'types')),
    errors: TextTable.unpack(part(texts, 'errors')),
    otherPaths: TextTable.unpack(part(texts, 'otherPaths')),
    artifactIds: TextPool.unpack(part(texts, 'artifactIds')),
  };
}

function readShapes(snapshot: unknown, { artifacts, shapes }: BuildColumns): void {
  const timeShapes = part(snapshot, 'timeShapes');
  must(Array.isArray(timeShapes));
  for (const shape of timeShapes) {
    must(isTimeShape(shape));
    shapes.codeFor(shape);
  }
  must(shapes.list.length === timeShapes.length);
  const pathShapes = part(snapshot, 'pathShapes');
  must(Array.isArray(pathShapes));
  pathShapes.forEach((shape, at) => {
    const prefix = part(shape, 'prefix');
    const suffix = part(shape, 'suffix');
    must(typeof prefix === 'string' && typeof suffix === 'string');
    must(artifacts.paths.shapeFor(prefix, suffix) === at);
  });
  must(artifacts.learnFirstLines());
}

function readArtifacts(snapshot: unknown, { artifacts, shapes }: BuildColumns): void {
  const packed = part(snapshot, 'artifacts');
  const times = part(snapshot, 'times');
  const { size } = artifacts;
  artifacts.type = unpackCodes(part(packed, 'type'), size, artifacts.types.size);
  artifacts.status = unpackCodes(part(packed, 'status'), size, artifacts.statuses.size);
  artifacts.error = unpackCodes(part(packed, 'error'), size, artifacts.errors.size + 1);
  const path = part(packed, 'path');
  must(path instanceof Int32Array && path.length === size);
  const { shapes: pathShapes, others } = artifacts.paths;
  for (const code of path) must(code >= -others.size && code <= pathShapes.length);
  artifacts.path = signed(size);
  artifacts.path.set(path);
  unpackTimes(part(times, 'artifactCreated'), size, artifacts.created, shapes);
  unpackTimes(part(times, 'artifactStarted'), size, artifacts.started, shapes);
  unpackTimes(part(times, 'artifactEnded'), size, artifacts.ended, shapes);
}

/** Fills the columns of the builds; returns which are in the store. */
function readBuilds(snapshot: unknown, columns: BuildColumns): Uint8Array<ArrayBuffer> {
  const packed = part(snapshot, 'builds');
  const times = part(snapshot, 'times');
  const { rows, artifacts, shapes } = columns;
  columns.name = unpackCodes(part(packed, 'name'), rows, columns.names.size);
  columns.tag = unpackCodes(part(packed, 'tag'), rows, columns.tags.size);
  columns.status = unpackCodes(part(packed, 'status'), rows, columns.statuses.size);
  columns.first = unpackCodes(part(packed, 'first'), rows, artifacts.size + 1);
  const count = part(packed, 'count');
  must(count instanceof Int32Array && count.length === rows);
  for (let row = 0; row < rows; row += 1) {
    const one = count[row] ?? -2;
    must(one >= -1 && (columns.first[row] ?? 0) + one <= artifacts.size);
  }
  columns.count = signed(rows);
  columns.count.set(count);
  const facts = part(packed, 'facts');
  must(facts instanceof Uint8Array && facts.length === rows);
  columns.facts = new Uint8Array(facts);
  unpackTimes(part(times, 'created'), rows, columns.created, shapes);
  unpackTimes(part(times, 'started'), rows, columns.started, shapes);
  unpackTimes(part(times, 'ended'), rows, columns.ended, shapes);
  const alive = part(packed, 'alive');
  must(alive instanceof Uint8Array && alive.length === rows);
  for (const one of alive) must(one <= 1);
  return new Uint8Array(alive);
}
