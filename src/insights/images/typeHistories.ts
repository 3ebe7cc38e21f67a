import type { BuildTable } from '../../list/BuildTable.ts';
import { endOrCreation } from '../buildTimes.ts';
import { COMPLETED, FAILED } from '../StatusKinds.ts';
import { sortByTime } from '../sortByTime.ts';
import type { ImageState, LastGood, TypeHistory } from './NameHistory.ts';

/** The type of tries of builds that do not say their artifacts. */
const UNSAID = -1;

/** The tries of a type in columns. */
class Tries {
  readonly type: number;
  readonly row: number[] = [];
  /** -1: the build itself, which has no path. */
  readonly place: number[] = [];
  readonly completed: boolean[] = [];
  readonly time: number[] = [];

  constructor(type: number) {
    this.type = type;
  }

  add(row: number, place: number, completed: boolean, time: number): void {
    this.row.push(row);
    this.place.push(place);
    this.completed.push(completed);
    this.time.push(time);
  }

  addAll(others: Tries): void {
    others.row.forEach((row, at) => {
      this.add(row, -1, others.completed[at] ?? false, others.time[at] ?? Number.NaN);
    });
  }
}

/**
 * The tries of a name's rows by artifact type. A build without artifacts is a try of every type
 * that the name has. Of a FAILED build without a FAILED artifact, the artifacts that did not
 * complete failed.
 */
export function typeHistories(
  table: BuildTable,
  kinds: Uint8Array,
  rows: readonly number[],
): readonly TypeHistory[] {
  const types: Tries[] = [];
  const unsaid = new Tries(UNSAID);
  for (const row of rows) {
    if ((table.artifacts.count[row] ?? 0) > 0) addArtifacts(table, kinds, row, types);
    else addBuild(table, kinds, row, unsaid);
  }
  if (types.length === 0 && unsaid.row.length > 0) types.push(new Tries(UNSAID));
  for (const one of types) one.addAll(unsaid);
  return types
    .map((one) => readTries(table, one))
    .sort((a, b) => b.completed + b.failed - a.completed - a.failed);
}

function addBuild(table: BuildTable, kinds: Uint8Array, row: number, unsaid: Tries): void {
  const kind = kinds[table.status[row] ?? 0];
  if (kind !== COMPLETED && kind !== FAILED) return;
  unsaid.add(row, -1, kind === COMPLETED, endOrCreation(table, row));
}

function addArtifacts(table: BuildTable, kinds: Uint8Array, row: number, types: Tries[]): void {
  const { first, count, status, type, ended, created } = table.artifacts;
  const from = first[row] ?? 0;
  const to = from + (count[row] ?? 0);
  let failedWhole = kinds[table.status[row] ?? 0] === FAILED;
  for (let place = from; place < to && failedWhole; place += 1) {
    if (kinds[status[place] ?? 0] === FAILED) failedWhole = false;
  }
  for (let place = from; place < to; place += 1) {
    const code = type[place] ?? 0;
    let tries = types.find((one) => one.type === code);
    if (tries === undefined) {
      tries = new Tries(code);
      types.push(tries);
    }
    const kind = kinds[status[place] ?? 0];
    const own = kind === COMPLETED || kind === FAILED;
    if (!own && !failedWhole) continue;
    let time = own ? (ended[place] ?? Number.NaN) : Number.NaN;
    if (own && Number.isNaN(time)) time = created[place] ?? Number.NaN;
    if (Number.isNaN(time)) time = endOrCreation(table, row);
    tries.add(row, place, kind === COMPLETED, time);
  }
}

function readTries(table: BuildTable, tries: Tries): TypeHistory {
  const order = sortByTime([...tries.row.keys()], (at) => tries.time[at] ?? Number.NaN);
  let completed = 0;
  let brokenSince: number | null = null;
  for (const at of order) {
    if (tries.completed[at]) {
      completed += 1;
      brokenSince = null;
    } else {
      brokenSince ??= tries.time[at] ?? Number.NaN;
    }
  }
  return {
    type: tries.type === UNSAID ? null : table.texts.types.at(tries.type),
    state: stateOf(completed, brokenSince),
    brokenSince,
    completed,
    failed: order.length - completed,
    lastGood: lastGoodOf(table, tries, order),
  };
}

function stateOf(completed: number, brokenSince: number | null): ImageState {
  if (brokenSince !== null) return completed > 0 ? 'broken' : 'never';
  return completed > 0 ? 'good' : 'untried';
}

function lastGoodOf(table: BuildTable, tries: Tries, order: readonly number[]): LastGood | null {
  for (let from = order.length - 1; from >= 0; from -= 1) {
    const at = order[from] ?? 0;
    const place = tries.place[at] ?? -1;
    if (!tries.completed[at] || place < 0) continue;
    const row = tries.row[at] ?? 0;
    const path = table.pathAt(row, place)?.trim() ?? '';
    if (path === '') continue;
    const tag = table.texts.tags.at(table.tag[row] ?? 0);
    return { row, tag, path, time: tries.time[at] ?? Number.NaN };
  }
  return null;
}
