import type { BuildTable } from '../../list/BuildTable.ts';
import { causeState, type StateAt } from './causeState.ts';
import { countMembers } from './countMembers.ts';
import type { ErrorFacts, ErrorGroup } from './ErrorFacts.ts';
import type { ErrorReader } from './ErrorReader.ts';
import type { Failures } from './Failures.ts';
import { FinishedBuilds } from './FinishedBuilds.ts';
import type { GroupMembers } from './GroupMembers.ts';
import { orderFailures } from './orderFailures.ts';
import type { TrendAxis } from './trendOf.ts';

export interface GroupSources {
  readonly table: BuildTable;
  readonly kinds: Uint8Array;
  readonly images: Uint32Array;
  readonly imageCount: number;
  readonly failures: Failures;
  readonly reader: ErrorReader;
}

/** The groups of all failures, and until when they stay so while the list does not change. */
export function groupFailures(
  { table, kinds, images, imageCount, failures, reader }: GroupSources,
  now: number,
): { readonly facts: ErrorFacts; readonly until: number } {
  const ordered = orderFailures(failures, reader.causes.length);
  const { subjects } = reader;
  const members = countMembers({ failures, subjects, table }, ordered);
  const finished = new FinishedBuilds(table, kinds, images, imageCount);
  const axis = axisOf(table, failures);
  const groups: ErrorGroup[] = [];
  let until = Number.POSITIVE_INFINITY;
  reader.causes.forEach((cause, number) => {
    const all = members[number];
    if (all === undefined) return;
    const history = historyOf(
      ordered.order.subarray(ordered.start[number], ordered.start[number + 1]),
      failures,
    );
    const list = { complete: table.complete, from: axis.oldestBuild };
    const { state, until: ownUntil }: StateAt = causeState(history, list, finished, now);
    until = Math.min(until, ownUntil);
    groups.push({ ...cause, all, ...endsOf(history.times), state });
  });
  const facts = {
    complete: table.complete,
    artifacts: failures.count,
    builds: countRows(failures),
    unread: failures.count - ordered.order.length,
    warnings: failures.warnings,
    groups: groups.sort((a, b) => mostFirst(a.all, b.all) || (a.kind < b.kind ? -1 : 1)),
    axis,
    failures,
    ordered,
    table,
  };
  return { facts, until };
}

/** More artifacts, then more builds. */
export function mostFirst(a: GroupMembers, b: GroupMembers): number {
  return b.artifacts - a.artifacts || b.builds - a.builds;
}

function historyOf(members: Uint32Array, { time, image }: Failures) {
  return {
    times: Float64Array.from(members, (member) => time[member] ?? Number.NaN),
    images: Uint32Array.from(members, (member) => image[member] ?? 0),
  };
}

/** Members are in order to the millisecond; their ends are exact. */
function endsOf(times: Float64Array): { first: number; last: number } {
  let first = Number.NaN;
  let last = Number.NaN;
  for (const time of times) {
    if (Number.isNaN(first) || time < first) first = time;
    if (Number.isNaN(last) || time > last) last = time;
  }
  return { first, last };
}

function axisOf({ rowCount, alive, created }: BuildTable, { time, count }: Failures) {
  let oldestBuild = Number.NaN;
  let to = Number.NaN;
  for (let row = 0; row < rowCount; row += 1) {
    const at = alive[row] ? (created[row] ?? Number.NaN) : Number.NaN;
    if (Number.isNaN(oldestBuild) || at < oldestBuild) oldestBuild = at;
    if (Number.isNaN(to) || at > to) to = at;
  }
  let from = oldestBuild;
  for (let failure = 0; failure < count; failure += 1) {
    const at = time[failure] ?? Number.NaN;
    if (Number.isNaN(from) || at < from) from = at;
    if (Number.isNaN(to) || at > to) to = at;
  }
  return { from, to, oldestBuild } satisfies TrendAxis & { oldestBuild: number };
}

/** Failures of a build stand together. */
function countRows({ row, count }: Failures): number {
  let rows = 0;
  for (let at = 0; at < count; at += 1) if (at === 0 || row[at] !== row[at - 1]) rows += 1;
  return rows;
}
