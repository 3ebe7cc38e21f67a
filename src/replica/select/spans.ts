import { isActive, isQueued } from '../../contract/status.ts';
import { floats } from '../../lib/grown.ts';
import { durationOf, waitOf } from '../../list/spans.ts';
import type { BuildColumns } from '../columns/BuildColumns.ts';
import type { TextTable } from '../text/TextTable.ts';

/** 1 for each code whose word passes. */
export function marksOf(table: TextTable, passes: (word: string) => boolean): Uint8Array {
  return Uint8Array.from(table.pool, (word) => Number(passes(word)));
}

/** How long the build of each row has run, milliseconds, NaN when unknown. */
export function durations(columns: BuildColumns, now: number): Float64Array<ArrayBuffer> {
  const active = marksOf(columns.statuses, isActive);
  const { status, rows } = columns;
  const started = columns.started.ms;
  const ended = columns.ended.ms;
  const spans = floats(rows);
  for (let row = 0; row < rows; row += 1) {
    const isMoving = active[status[row] ?? 0] === 1;
    spans[row] = durationOf(started[row] ?? Number.NaN, ended[row] ?? Number.NaN, isMoving, now);
  }
  return spans;
}

/** How long the build of each row has waited, milliseconds, NaN when unknown. */
export function waits(columns: BuildColumns, now: number): Float64Array<ArrayBuffer> {
  const queued = marksOf(columns.statuses, isQueued);
  const { status, rows } = columns;
  const created = columns.created.ms;
  const started = columns.started.ms;
  const spans = floats(rows);
  for (let row = 0; row < rows; row += 1) {
    const isQueued = queued[status[row] ?? 0] === 1;
    spans[row] = waitOf(created[row] ?? Number.NaN, started[row] ?? Number.NaN, isQueued, now);
  }
  return spans;
}
