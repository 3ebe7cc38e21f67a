import type { BuildTable } from '../../list/BuildTable.ts';
import { endOrCreation } from '../buildTimes.ts';
import { orderByTime } from '../orderByTime.ts';
import { COMPLETED, FAILED } from '../StatusKinds.ts';
import type { ImageState, LastGood, TypeHistory } from './NameHistory.ts';

interface Try {
  readonly row: number;
  /** -1: the build itself, which has no path. */
  readonly place: number;
  readonly completed: boolean;
  readonly time: number;
}

/** Lane of builds that do not say their artifacts. */
const UNSAID = -1;

/**
 * The tries of a name's rows by artifact type. A build without artifacts is a try of every type
 * that the name has. Of a FAILED build without a FAILED artifact, the artifacts that did not
 * complete failed.
 */
export function typeHistories(
  table: BuildTable,
  kinds: Uint8Array,
  rows: Uint32Array,
): readonly TypeHistory[] {
  const lanes = new Map<number, Try[]>();
  const unsaid: Try[] = [];
  for (const row of rows) {
    if ((table.artifacts.count[row] ?? 0) > 0) addArtifacts(table, kinds, row, lanes);
    else addBuild(table, kinds, row, unsaid);
  }
  if (lanes.size === 0 && unsaid.length > 0) lanes.set(UNSAID, []);
  return [...lanes]
    .map(([type, tries]) => readLane(table, type, [...tries, ...unsaid]))
    .sort((a, b) => triesOf(b) - triesOf(a));
}

function addBuild(table: BuildTable, kinds: Uint8Array, row: number, unsaid: Try[]): void {
  const kind = kinds[table.status[row] ?? 0];
  if (kind !== COMPLETED && kind !== FAILED) return;
  unsaid.push({ row, place: -1, completed: kind === COMPLETED, time: endOrCreation(table, row) });
}

function addArtifacts(
  table: BuildTable,
  kinds: Uint8Array,
  row: number,
  lanes: Map<number, Try[]>,
): void {
  const { first, count, status, type, ended, created } = table.artifacts;
  const from = first[row] ?? 0;
  const to = from + (count[row] ?? 0);
  let failed = false;
  for (let place = from; place < to; place += 1) {
    if (kinds[status[place] ?? 0] === FAILED) failed = true;
  }
  const failedWhole = !failed && kinds[table.status[row] ?? 0] === FAILED;
  for (let place = from; place < to; place += 1) {
    const code = type[place] ?? 0;
    const lane = lanes.get(code) ?? [];
    lanes.set(code, lane);
    const kind = kinds[status[place] ?? 0];
    const completed = kind === COMPLETED;
    if (!completed && kind !== FAILED && !failedWhole) continue;
    const time = firstKnown(
      kind === COMPLETED || kind === FAILED ? ended[place] : Number.NaN,
      kind === COMPLETED || kind === FAILED ? created[place] : Number.NaN,
      endOrCreation(table, row),
    );
    lane.push({ row, place, completed, time });
  }
}

function readLane(table: BuildTable, type: number, tries: readonly Try[]): TypeHistory {
  const order = orderByTime(
    tries.length,
    tries.map((one) => one.time),
  );
  let completed = 0;
  let brokenSince: number | null = null;
  let lastGood: Try | null = null;
  for (const at of order) {
    const one = tries[at];
    if (one === undefined) continue;
    if (!one.completed) {
      brokenSince ??= one.time;
      continue;
    }
    completed += 1;
    brokenSince = null;
    if (one.place >= 0 && pathOf(table, one) !== '') lastGood = one;
  }
  return {
    type: type === UNSAID ? null : table.texts.types.at(type),
    state: stateOf(completed, brokenSince),
    brokenSince,
    completed,
    failed: tries.length - completed,
    lastGood: lastGood === null ? null : goodOf(table, lastGood),
  };
}

function stateOf(completed: number, brokenSince: number | null): ImageState {
  if (brokenSince !== null) return completed > 0 ? 'broken' : 'never';
  return completed > 0 ? 'good' : 'untried';
}

function goodOf(table: BuildTable, one: Try): LastGood {
  const tag = table.texts.tags.at(table.tag[one.row] ?? 0);
  return { row: one.row, tag, path: pathOf(table, one), time: one.time };
}

function pathOf(table: BuildTable, { row, place }: Try): string {
  return table.pathAt(row, place)?.trim() ?? '';
}

function triesOf({ completed, failed }: TypeHistory): number {
  return completed + failed;
}

function firstKnown(...times: readonly (number | undefined)[]): number {
  return times.find((time) => time !== undefined && !Number.isNaN(time)) ?? Number.NaN;
}
