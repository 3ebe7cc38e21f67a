import { formatAge, formatSpan } from '../../lib/span.ts';
import { isStalled } from '../../list/BuildFacts.ts';
import { durationOf, waitOf } from '../../list/spans.ts';
import type { BuildRecord } from './BuildRecord.ts';

/** How long a build ran, or has been running at `now`. */
export function durationText({ startedAt, completedAt, active }: BuildRecord, now: number): string {
  return words(durationOf(startedAt, completedAt, active, now));
}

/** How long a build waited for its start, or has been waiting at `now`. */
export function waitText({ createdAt, startedAt, queued }: BuildRecord, now: number): string {
  return words(waitOf(createdAt, startedAt, queued, now));
}

/**
 * All that a build's row says which changes with time alone: while this stays the same, the row
 * needs no drawing. What moves does so once a second.
 */
export function timeText(record: BuildRecord, now: number): string {
  const { createdAt, startedAt, completedAt, active } = record;
  const ages = `${formatAge(now - createdAt)},${formatAge(now - startedAt)},${formatAge(now - completedAt)}`;
  if (!active) return ages;
  if (!isStalled(record, now)) return `${ages},${now}`;
  return `${ages},${durationText(record, now)},${waitText(record, now)}`;
}

function words(ms: number | null): string {
  return formatSpan(ms === null || Number.isNaN(ms) ? null : ms);
}
