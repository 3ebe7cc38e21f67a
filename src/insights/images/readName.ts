import type { BuildTable } from '../../list/BuildTable.ts';
import { endOrCreation, usableDuration } from '../buildTimes.ts';
import { orderByTime } from '../orderByTime.ts';
import { spreadOf } from '../quantiles.ts';
import { ACTIVE, CANCELLED, COMPLETED, FAILED } from '../StatusKinds.ts';
import type { Durations, ImageState, NameHistory, TagState, TypeHistory } from './NameHistory.ts';
import { typeHistories } from './typeHistories.ts';

/** How many builds of each side a row of bars can show. */
const STRIP = 20;
/** Older builds say little of how long one takes now. */
const NEWEST_FOR_DURATION = 100;
/** Worst first. */
const STATES: readonly ImageState[] = ['never', 'broken', 'untried', 'good'];

/** All that is true of a name, from the rows of its builds. O(n log n) in their number. */
export function readName(
  table: BuildTable,
  kinds: Uint8Array,
  code: number,
  rows: Uint32Array,
): NameHistory {
  const kindOf = (row: number) => kinds[table.status[row] ?? 0] ?? 0;
  const sorted = sortRows(rows, (row) => endOrCreation(table, row));
  const done = sorted.filter((row) => kindOf(row) !== ACTIVE);
  const active = sortRows(
    rows.filter((row) => kindOf(row) === ACTIVE),
    (row) => table.created[row] ?? Number.NaN,
  );
  const completed = sorted.filter((row) => kindOf(row) === COMPLETED);
  const failed = count(rows, (row) => kindOf(row) === FAILED);
  const cancelled = count(rows, (row) => kindOf(row) === CANCELLED);
  const types = typeHistories(table, kinds, rows);
  const worst = worstOf(types);
  const tags = tagStates(table, sorted, kindOf);
  return {
    code,
    name: table.texts.names.at(code),
    state: worst?.state ?? 'untried',
    brokenSince: worst?.brokenSince ?? null,
    types,
    outcomes: { completed: completed.length, failed },
    cancelled,
    other: done.length - completed.length - failed - cancelled,
    builds: rows.length,
    active,
    strip: Uint32Array.from([...done.slice(-STRIP), ...active.slice(-STRIP)]),
    tags,
    brokenTags: [...tags.values()].filter((one) => one.broken).length,
    durations: durationsOf(table, completed.slice(-NEWEST_FOR_DURATION)),
  };
}

function worstOf(types: readonly TypeHistory[]): TypeHistory | undefined {
  return STATES.map((state) => types.find((one) => one.state === state)).find(
    (one) => one !== undefined,
  );
}

function tagStates(
  table: BuildTable,
  sorted: Uint32Array,
  kindOf: (row: number) => number,
): ReadonlyMap<number, TagState> {
  const tags = new Map<number, TagState>();
  for (const row of sorted) {
    const kind = kindOf(row);
    if (kind !== COMPLETED && kind !== FAILED) continue;
    const tag = table.tag[row] ?? 0;
    const created = table.created[row] ?? Number.NaN;
    tags.set(tag, { tag, row, broken: kind === FAILED, created });
  }
  return tags;
}

function durationsOf(table: BuildTable, completed: Uint32Array): Durations {
  const usable = Float64Array.from(completed, (row) => usableDuration(table, row))
    .filter((one) => !Number.isNaN(one))
    .sort();
  return { spread: spreadOf(usable), unusable: completed.length - usable.length };
}

/** Rows by a time, equal ones and unknown ones by row; `rows` are in ascending order. */
function sortRows(rows: Uint32Array, timeOf: (row: number) => number): Uint32Array {
  const order = orderByTime(rows.length, Float64Array.from(rows, timeOf));
  return order.map((at) => rows[at] ?? 0);
}

function count(rows: Uint32Array, holds: (row: number) => boolean): number {
  let found = 0;
  for (const row of rows) if (holds(row)) found += 1;
  return found;
}
