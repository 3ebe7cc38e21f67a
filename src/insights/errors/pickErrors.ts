import { allParts } from '../../lib/tasks/takeParts.ts';
import type { Clause } from '../../list/Query.ts';
import { countFailures } from './countFailures.ts';
import type { ErrorFacts } from './ErrorFacts.ts';
import type { ErrorReader } from './ErrorReader.ts';
import { narrowFailures } from './narrowFailures.ts';
import { keepFailures } from './orderFailures.ts';
import { orderGroups } from './orderGroups.ts';
import { PickedErrors, type PickedSums } from './PickedErrors.ts';
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
  const sums = countKept(facts, keeps);
  const isAll = sums.artifacts === failures.count;
  const counted = isAll
    ? facts.counted
    : allParts(countFailures(failures, keepFailures(facts.counted, keeps)));
  const of = { failures, counted, subjects: reader.subjects, table };
  const causes = isAll ? facts.causes : orderGroups(counted, facts.newest);
  return new PickedErrors(facts, sums, of, causes, axisOf(clauses, facts.axis));
}

function countKept({ failures }: ErrorFacts, keeps: (failure: number) => boolean): PickedSums {
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
