import type { Clause } from '../../list/Query.ts';
import { countFailures } from './countFailures.ts';
import type { ErrorFacts, ErrorGroup, PickedErrors, PickedGroup } from './ErrorFacts.ts';
import type { ErrorReader } from './ErrorReader.ts';
import { GroupMembers } from './GroupMembers.ts';
import { narrowFailures } from './narrowFailures.ts';
import { keepFailures } from './orderFailures.ts';
import { orderGroups } from './orderGroups.ts';
import type { TrendAxis } from './trendOf.ts';

/** What the rows and clauses of a selection let through of all failures. */
export function pickErrors(
  facts: ErrorFacts,
  rows: Uint32Array,
  clauses: readonly Clause[],
  reader: ErrorReader,
): PickedErrors {
  const { failures, table } = facts;
  const picked = new Uint8Array(table.rowCount);
  for (const row of rows) picked[row] = 1;
  const narrow = narrowFailures(clauses, table, failures, reader);
  const keeps = (failure: number) =>
    picked[failures.row[failure] ?? 0] === 1 && (narrow === null || narrow(failure));
  const counted = countFailures(failures, keepFailures(facts.counted, keeps));
  const of = { failures, counted, subjects: reader.subjects, table };
  const byCause: (ErrorGroup | undefined)[] = [];
  for (const group of facts.groups) byCause[group.number] = group;
  const groups: PickedGroup[] = [];
  for (const cause of orderGroups(counted, facts.counted.last)) {
    const group = byCause[cause];
    if (group !== undefined) groups.push({ group, matching: new GroupMembers(of, cause) });
  }
  return {
    ...countKept(facts, keeps),
    groups,
    axis: axisOf(clauses, facts.axis),
  };
}

function countKept({ failures }: ErrorFacts, keeps: (failure: number) => boolean) {
  let artifacts = 0;
  let builds = 0;
  let unread = 0;
  let lastRow = -1;
  for (let failure = 0; failure < failures.count; failure += 1) {
    if (!keeps(failure)) continue;
    artifacts += 1;
    if ((failures.cause[failure] ?? -1) < 0) unread += 1;
    const row = failures.row[failure] ?? 0;
    if (row !== lastRow) builds += 1;
    lastRow = row;
  }
  return { artifacts, builds, unread };
}

/** The times of the filter's `created`; where a side is open, the list's own. */
function axisOf(clauses: readonly Clause[], list: TrendAxis): TrendAxis {
  let { from, to } = list;
  for (const clause of clauses) {
    if (clause.kind !== 'time' || clause.field !== 'created' || clause.not) continue;
    if (clause.from !== null) from = clause.from;
    if (clause.to !== null) to = clause.to;
  }
  return { from, to: Math.max(from, to) };
}
