import { bytes, words } from '../../lib/grown.ts';
import type { TextPool } from '../text/TextPool.ts';
import type { TextTable } from '../text/TextTable.ts';
import type { BuildColumns } from './BuildColumns.ts';

/** Numbers that are in use, in order, and the new number of each: its place among them. */
export interface LiveNumbers {
  readonly list: Uint32Array;
  readonly to: Uint32Array;
}

/** What of the columns the builds of the list use: all else is of what is gone. */
export interface LiveParts {
  readonly rows: LiveNumbers;
  /** Places of artifacts, in the order of their rows. */
  readonly places: Uint32Array;
  readonly names: LiveNumbers;
  readonly tags: LiveNumbers;
  readonly statuses: LiveNumbers;
  readonly types: LiveNumbers;
  readonly errors: LiveNumbers;
  readonly otherPaths: LiveNumbers;
  readonly pathShapes: LiveNumbers;
}

/** Finds what the rows that are alive use, in one pass over them. */
export function livePartsOf(columns: BuildColumns, alive: Uint8Array): LiveParts {
  const { artifacts } = columns;
  const rows = liveNumbers(alive.subarray(0, columns.rows));
  const places = placesOf(columns, rows.list);
  const marks = (table: TextTable): Uint8Array => bytes(table.size);
  const names = marks(columns.names);
  const tags = marks(columns.tags);
  const statuses = marks(columns.statuses);
  const types = marks(artifacts.types);
  const errors = marks(artifacts.errors);
  const otherPaths = marks(artifacts.paths.others);
  const pathShapes = bytes(artifacts.paths.shapes.length);
  // The first code of these is that of rows that were never written.
  for (const first of [names, tags, statuses]) first[0] = 1;
  for (const row of rows.list) {
    names[columns.name[row] ?? 0] = 1;
    tags[columns.tag[row] ?? 0] = 1;
    statuses[columns.status[row] ?? 0] = 1;
  }
  for (const place of places) {
    types[artifacts.type[place] ?? 0] = 1;
    statuses[artifacts.status[place] ?? 0] = 1;
    const path = artifacts.path[place] ?? 0;
    if (path > 0) pathShapes[path - 1] = 1;
    if (path < 0) otherPaths[-1 - path] = 1;
    // An error brings its first line, and that its own.
    let error = (artifacts.error[place] ?? 0) - 1;
    while (error >= 0 && errors[error] !== 1) {
      errors[error] = 1;
      error = artifacts.firstLines[error] ?? -1;
    }
  }
  return {
    rows,
    places,
    names: liveNumbers(names),
    tags: liveNumbers(tags),
    statuses: liveNumbers(statuses),
    types: liveNumbers(types),
    errors: liveNumbers(errors),
    otherPaths: liveNumbers(otherPaths),
    pathShapes: liveNumbers(pathShapes),
  };
}

/** How long the texts are that the parts name: UTF-16 units. */
export function liveLength(columns: BuildColumns, parts: LiveParts): number {
  const { artifacts } = columns;
  return (
    lengthOf(columns.ids.pool, parts.rows.list) +
    lengthOf(artifacts.ids, parts.places) +
    lengthOf(columns.names.pool, parts.names.list) +
    lengthOf(columns.tags.pool, parts.tags.list) +
    lengthOf(artifacts.errors.pool, parts.errors.list) +
    lengthOf(artifacts.paths.others.pool, parts.otherPaths.list)
  );
}

function lengthOf(pool: TextPool, numbers: Uint32Array): number {
  let sum = 0;
  for (const number of numbers) sum += pool.lengthAt(number);
  return sum;
}

function liveNumbers(marks: Uint8Array): LiveNumbers {
  const to = words(marks.length);
  let count = 0;
  for (let at = 0; at < marks.length; at += 1) if (marks[at] === 1) to[at] = count++;
  const list = words(count);
  for (let at = 0; at < marks.length; at += 1) if (marks[at] === 1) list[to[at] ?? 0] = at;
  return { list, to };
}

function placesOf({ first, count }: BuildColumns, rows: Uint32Array): Uint32Array {
  let size = 0;
  for (const row of rows) size += count[row] ?? 0;
  const places = words(size);
  let written = 0;
  for (const row of rows) {
    const from = first[row] ?? 0;
    const end = from + (count[row] ?? 0);
    for (let place = from; place < end; place += 1) places[written++] = place;
  }
  return places;
}
