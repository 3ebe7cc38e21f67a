import type { ErrorFacts } from '../../insights/errors/ErrorFacts.ts';

/** A build that failed. */
export interface NewFailure {
  readonly row: number;
  /** When it failed, not after `now`; NaN: unknown. Milliseconds since the epoch. */
  readonly time: number;
  /** Its cause; null while its text is still to be read. */
  readonly cause: string | null;
  /** Code of its text in `texts.errors`; -1: it has none. */
  readonly text: number;
}

/**
 * The builds of some rows that failed last, the newest first, each once with the cause of the
 * artifact that failed last. Those of unknown time come last.
 */
export function newestFailures(
  { failures, groups, table }: Pick<ErrorFacts, 'failures' | 'groups' | 'table'>,
  rows: Uint32Array,
  now: number,
  most: number,
): readonly NewFailure[] {
  const picked = new Uint8Array(table.rowCount);
  for (const row of rows) picked[row] = 1;
  const timeOf = (failure: number) => {
    const time = failures.time[failure] ?? Number.NaN;
    return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : Math.min(time, now);
  };
  const newest: number[] = [];
  for (let failure = 0; failure < failures.count; failure += 1) {
    const row = failures.row[failure] ?? 0;
    if (picked[row] === 1)
      insert(newest, failure, timeOf, (one) => failures.row[one] === row, most);
  }
  return newest.map((failure) => {
    const time = timeOf(failure);
    const cause = failures.cause[failure] ?? -1;
    return {
      row: failures.row[failure] ?? 0,
      time: time === Number.NEGATIVE_INFINITY ? Number.NaN : time,
      cause: groups.find(({ number }) => number === cause)?.kind ?? null,
      text: (failures.text[failure] ?? 0) - 1,
    };
  });
}

/** What stands in a cause for that in which its failures differ: `<path>`, `<number>%`. */
const PLACEHOLDER = /<[a-z]/;

/** What a wall says of a failure: its cause, or the line itself where the cause leaves things out. */
export function failureText(cause: string, line: string | null): string {
  return line !== null && line !== '' && PLACEHOLDER.test(cause) ? line : cause;
}

/** Puts a failure in its place among the newest, in place of an older one of its build. */
function insert(
  newest: number[],
  failure: number,
  timeOf: (failure: number) => number,
  isOfBuild: (failure: number) => boolean,
  most: number,
): void {
  const time = timeOf(failure);
  const last = newest.at(-1);
  if (newest.length === most && last !== undefined && timeOf(last) >= time) return;
  const own = newest.findIndex(isOfBuild);
  if (own >= 0) {
    if (timeOf(newest[own] ?? 0) >= time) return;
    newest.splice(own, 1);
  }
  const place = newest.findIndex((one) => timeOf(one) < time);
  newest.splice(place < 0 ? newest.length : place, 0, failure);
  if (newest.length > most) newest.pop();
}
