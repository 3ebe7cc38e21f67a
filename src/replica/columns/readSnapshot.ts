import { bytes, signed, words } from '../../lib/grown.ts';
import { searchError } from '../../lib/searchText.ts';
import { must, part } from '../text/must.ts';
import { TextPool } from '../text/TextPool.ts';
import { TextTable } from '../text/TextTable.ts';
import { BuildColumns, type Texts } from './BuildColumns.ts';
import { CreatedOrder } from './CreatedOrder.ts';
import { unpackCodes, unpackTimes } from './packedTimes.ts';
import { isTimeShape } from './timeShape.ts';
import { SNAPSHOT_VERSION } from './writeSnapshot.ts';

/** What a snapshot brought back: every row is of a build in the list. */
export interface Restored {
  readonly columns: BuildColumns;
  readonly alive: Uint8Array<ArrayBuffer>;
  readonly order: CreatedOrder;
}

/** Reads a snapshot back; null when any part of it is not what it should be. Never throws. */
export function readSnapshot(snapshot: unknown): Restored | null {
  try {
    must(part(snapshot, 'version') === SNAPSHOT_VERSION);
    const columns = new BuildColumns(readTexts(snapshot));
    readShapes(snapshot, columns);
    readArtifacts(snapshot, columns);
    readBuilds(snapshot, columns);
    const alive = bytes(columns.rows).fill(1);
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
    return { columns, alive, order };
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
    errors: TextTable.unpack(part(texts, 'errors'), searchError),
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

/** Fills the columns of the builds; their artifacts stand in the order of the rows. */
function readBuilds(snapshot: unknown, columns: BuildColumns): void {
  const packed = part(snapshot, 'builds');
  const times = part(snapshot, 'times');
  const { rows, artifacts, shapes } = columns;
  columns.name = unpackCodes(part(packed, 'name'), rows, columns.names.size);
  columns.tag = unpackCodes(part(packed, 'tag'), rows, columns.tags.size);
  columns.status = unpackCodes(part(packed, 'status'), rows, columns.statuses.size);
  columns.count = unpackCodes(part(packed, 'count'), rows, artifacts.size + 1);
  columns.known = unpackFlags(part(packed, 'known'), rows);
  columns.first = words(rows);
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    const count = columns.count[row] ?? 0;
    must(count === 0 || columns.known[row] === 1);
    columns.first[row] = next;
    next += count;
  }
  must(next === artifacts.size);
  unpackTimes(part(times, 'created'), rows, columns.created, shapes);
  unpackTimes(part(times, 'started'), rows, columns.started, shapes);
  unpackTimes(part(times, 'ended'), rows, columns.ended, shapes);
  columns.ensure(rows);
  for (let row = 0; row < rows; row += 1) columns.learnFacts(row);
}

/** Flags of `length` places. @throws TypeError when they are not. */
function unpackFlags(packed: unknown, length: number): Uint8Array<ArrayBuffer> {
  must(packed instanceof Uint8Array && packed.length === length);
  for (const one of packed) must(one <= 1);
  return new Uint8Array(packed);
}
