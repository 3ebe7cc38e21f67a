import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { endOrCreation } from '../buildTimes.ts';
import { ACTIVE, CANCELLED, COMPLETED, FAILED } from '../StatusKinds.ts';
import type { Batch } from './Batch.ts';
import { GAP_MS } from './findBatches.ts';

/** Ends since the newest creation that show a slot is no longer filled: as a share, and at least. */
const DRAINED_SHARE = 0.1;
const FEWEST_DRAINED = 3;
/**
 * With few in flight a client creates seldom: one that stands still for a minute and a half has then
 * created nothing for more than 2 minutes, though it goes on. So many usual gaps come on top, up to
 * a time that keeps nobody waiting.
 */
const PAUSED_GAPS = 3;
const LONGEST_MORE_MS = 30_000;
/** Rates are of the last minutes: what was before a pause says little. */
const RATE_MS = 5 * 60_000;

/**
 * `submitted`: builds are still being created, and no one knows how many will be: no share, no
 * end. `draining`: what was pushed is all there is. `ended`: nothing of it is active.
 */
export type BatchState = 'submitted' | 'draining' | 'ended';

/** How far a batch is. Images are counted by their latest build. */
export interface BatchProgress {
  readonly state: BatchState;
  readonly images: number;
  readonly completed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly active: number;
  /** Active for over a day: in no remainder. */
  readonly stalled: number;
  /** Of an unknown status. */
  readonly other: number;
  /** Builds beyond one for each image. */
  readonly retries: number;
  /** Images no longer active, 0 to 1; null while it is submitted. */
  readonly share: number | null;
  /** Builds that ended in the last 5 minutes, for each minute. */
  readonly endedPerMinute: number;
  /** From the first creation to the last end; null until it has ended. Milliseconds. */
  readonly tookMs: number | null;
  /** Rows of the latest builds that are active and not stalled. */
  readonly left: readonly number[];
}

export function batchProgress(
  batch: Batch,
  table: BuildTable,
  kinds: Uint8Array,
  now: number,
): BatchProgress {
  const counts = [0, 0, 0, 0, 0];
  const left: number[] = [];
  for (const row of batch.latest) {
    const kind = kinds[table.status[row] ?? 0] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind === ACTIVE && !isStalledAt(table.created[row] ?? Number.NaN, now)) left.push(row);
  }
  const state = stateOf(batch, left.length, now);
  const images = batch.latest.length;
  return {
    state,
    images,
    completed: counts[COMPLETED] ?? 0,
    failed: counts[FAILED] ?? 0,
    cancelled: counts[CANCELLED] ?? 0,
    active: left.length,
    stalled: (counts[ACTIVE] ?? 0) - left.length,
    other: counts[0] ?? 0,
    retries: batch.rows.length - images,
    share: state === 'submitted' ? null : (images - left.length) / images,
    endedPerMinute: endedLately(batch, table, kinds, now) / (RATE_MS / 60_000),
    tookMs: state === 'ended' ? took(batch, table, kinds) : null,
    left,
  };
}

function stateOf(batch: Batch, active: number, now: number): BatchState {
  if (now - batch.lastCreated <= GAP_MS) return 'submitted';
  if (active === 0) return 'ended';
  const more = Math.min(PAUSED_GAPS * usualGap(batch), LONGEST_MORE_MS);
  if (now - batch.lastCreated <= GAP_MS + more) return 'submitted';
  const needed = Math.max(FEWEST_DRAINED, DRAINED_SHARE * batch.mostInFlight);
  return batch.endedSince >= needed ? 'draining' : 'submitted';
}

/** The mean time between two creations. Milliseconds. */
function usualGap({ rows, firstCreated, lastCreated }: Batch): number {
  return (lastCreated - firstCreated) / Math.max(1, rows.length - 1);
}

function endedLately({ rows }: Batch, table: BuildTable, kinds: Uint8Array, now: number): number {
  let ended = 0;
  for (const row of rows) {
    const end = table.ended[row] ?? Number.NaN;
    const active = kinds[table.status[row] ?? 0] === ACTIVE;
    if (!active && end > now - RATE_MS && end <= now) ended += 1;
  }
  return ended;
}

function took({ rows, firstCreated }: Batch, table: BuildTable, kinds: Uint8Array): number {
  let last = firstCreated;
  for (const row of rows) {
    if (kinds[table.status[row] ?? 0] === ACTIVE) continue;
    const end = endOrCreation(table, row);
    if (end > last) last = end;
  }
  return last - firstCreated;
}
