import type { Build } from '../contract/build.ts';
import { isActive, isQueued, STALLED_AFTER_MS } from '../contract/status.ts';
import { readTime } from '../lib/instant.ts';
import { firstLine } from '../lib/text.ts';
import type { BuildTable } from './BuildTable.ts';
import { isConflicted } from './conflict.ts';
import type { ErrorLines } from './ErrorLines.ts';
import { firstErrorOf } from './facts.ts';

/** What is said of a build, wherever it is shown, sorted, filtered, counted or written. */
export interface BuildFacts {
  /** Milliseconds since the epoch; NaN where not known. */
  readonly createdAt: number;
  readonly startedAt: number;
  readonly completedAt: number;
  readonly active: boolean;
  /** No start yet, and one may come. */
  readonly queued: boolean;
  /**
   * What a list says of the first error of its artifacts, without terminal codes: the line that
   * was picked from it, or its first line until it is read.
   */
  readonly errorLine: string | null;
  readonly conflicted: boolean;
}

/** The facts of a build that stands alone; `lineOf` gives the line that stands for an error text. */
export function factsOf(build: Build, lineOf: (text: string) => string = firstLine): BuildFacts {
  const error = firstErrorOf(build.artifacts);
  const words = (build.artifacts ?? []).map(({ status }) => status);
  return {
    createdAt: readTime(build.createdAt),
    startedAt: readTime(build.startedAt),
    completedAt: readTime(build.completedAt),
    active: isActive(build.status),
    queued: isQueued(build.status),
    errorLine: error === null ? null : lineOf(error),
    conflicted: isConflicted(build.status, words),
  };
}

/** The facts of a row, as the table has them already; `lines` are those picked so far. */
export function factsAt(
  table: BuildTable,
  row: number,
  lines: ErrorLines | null = null,
): BuildFacts {
  const { texts } = table;
  const status = texts.statuses.at(table.status[row] ?? -1);
  const error = (table.firstError[row] ?? 0) - 1;
  return {
    createdAt: table.created[row] ?? Number.NaN,
    startedAt: table.started[row] ?? Number.NaN,
    completedAt: table.ended[row] ?? Number.NaN,
    active: isActive(status),
    queued: isQueued(status),
    errorLine:
      error < 0 ? null : (lines?.at(error) ?? texts.errors.at(table.firstLine[error] ?? -1)),
    conflicted: table.conflicted[row] === 1,
  };
}

/** True for an active build that is so old that it counts as stalled. */
export function isStalled({ active, createdAt }: BuildFacts, now: number): boolean {
  return active && isStalledAt(createdAt, now);
}

/**
 * True for an active build created at `created`, milliseconds since the epoch, when it counts as
 * stalled. NaN (unknown) never does.
 */
export function isStalledAt(created: number, now: number): boolean {
  return now - created > STALLED_AFTER_MS;
}
