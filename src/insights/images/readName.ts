import type { BuildTable } from '../../list/BuildTable.ts';
import { endOrCreation, usableDuration } from '../buildTimes.ts';
import { spreadOf } from '../quantiles.ts';
import { ACTIVE, CANCELLED, COMPLETED, FAILED } from '../StatusKinds.ts';
import { sortByTime } from '../sortByTime.ts';
import type { Durations, ImageState, NameHistory, TagState, TypeHistory } from './NameHistory.ts';
import { typeHistories } from './typeHistories.ts';

/** How many builds of each side a row of bars can show. */
const STRIP = 20;
/** Older builds say little of how long one takes now. */
const NEWEST_FOR_DURATION = 100;
/** Worst first. */
const STATES: readonly ImageState[] = ['never', 'broken', 'untried', 'good'];

/**
 * All that is true of a name, from the rows of its builds in ascending order. O(n log n) in their
 * number, and some microseconds for the few that most names have.
 */
export function readName(
  table: BuildTable,
  kinds: Uint8Array,
  code: number,
  rows: readonly number[],
): NameHistory {
  const { status } = table;
  const done: number[] = [];
  const active: number[] = [];
  for (const row of rows) (kinds[status[row] ?? 0] === ACTIVE ? active : done).push(row);
  const byEnd = sortByTime(done, (row) => endOrCreation(table, row));
  const byCreation = sortByTime(active, (row) => table.created[row] ?? Number.NaN);
  const tries: number[] = [];
  const completed: number[] = [];
  let cancelled = 0;
  for (const row of byEnd) {
    const kind = kinds[status[row] ?? 0];
    if (kind === COMPLETED) completed.push(row);
    if (kind === COMPLETED || kind === FAILED) tries.push(row);
    if (kind === CANCELLED) cancelled += 1;
  }
  const types = typeHistories(table, kinds, rows);
  const worst = worstOf(types);
  const tags = tagStates(table, kinds, tries);
  return {
    code,
    name: table.texts.names.at(code),
    state: worst?.state ?? 'untried',
    brokenSince: worst?.brokenSince ?? null,
    types,
    outcomes: { completed: completed.length, failed: tries.length - completed.length },
    cancelled,
    other: done.length - tries.length - cancelled,
    builds: rows.length,
    active: byCreation,
    strip: [...byEnd.slice(-STRIP), ...byCreation.slice(-STRIP)],
    tags,
    brokenTags: tags.reduce((count, one) => count + (one.broken ? 1 : 0), 0),
    durations: durationsOf(table, completed.slice(-NEWEST_FOR_DURATION)),
  };
}

function worstOf(types: readonly TypeHistory[]): TypeHistory | undefined {
  if (types.length < 2) return types[0];
  return STATES.map((state) => types.find((one) => one.state === state)).find(
    (one) => one !== undefined,
  );
}

/** `tries` are COMPLETED and FAILED builds, oldest first: the last of each image says how it is. */
function tagStates(
  table: BuildTable,
  kinds: Uint8Array,
  tries: readonly number[],
): readonly TagState[] {
  if (tries.length === 1) return tries.map((row) => tagState(table, kinds, row));
  const newest = new Map<number, number>();
  for (const row of tries) newest.set(table.tag[row] ?? 0, row);
  return Array.from(newest.values(), (row) => tagState(table, kinds, row));
}

function tagState(table: BuildTable, kinds: Uint8Array, row: number): TagState {
  return {
    tag: table.tag[row] ?? 0,
    row,
    broken: kinds[table.status[row] ?? 0] === FAILED,
    created: table.created[row] ?? Number.NaN,
  };
}

function durationsOf(table: BuildTable, completed: readonly number[]): Durations {
  const usable: number[] = [];
  for (const row of completed) {
    const duration = usableDuration(table, row);
    if (!Number.isNaN(duration)) usable.push(duration);
  }
  usable.sort((a, b) => a - b);
  return { spread: spreadOf(usable), unusable: completed.length - usable.length };
}
