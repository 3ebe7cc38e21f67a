import type { TimeRange } from '../terms/TimePoint.ts';
import { parseTimeRange } from '../terms/timeRange.ts';

/**
 * What `compare` says is compared. `range`: a stretch of time with the one before it; `ranges`:
 * two stretches; `batch`: the push that holds a build of this id with its family's previous one.
 */
export type Comparison =
  | { readonly kind: 'range'; readonly range: TimeRange }
  | { readonly kind: 'ranges'; readonly ranges: readonly [TimeRange, TimeRange] }
  | { readonly kind: 'batch'; readonly id: string };

const BATCH = /^batch:/i;

/**
 * Reads `24h`, `this-week`, `2026-11-01..2026-11-07`, two of them behind a comma, or `batch:ID`;
 * null where it is none. A stretch needs a beginning.
 */
export function parseComparison(written: string): Comparison | null {
  const text = written.trim();
  if (BATCH.test(text)) {
    const id = text.replace(BATCH, '').trim();
    return id === '' ? null : { kind: 'batch', id };
  }
  const [first, second, ...rest] = text.split(',').map(parseStretch);
  if (!first || second === null || rest.length > 0) return null;
  if (second === undefined) return { kind: 'range', range: first };
  return { kind: 'ranges', ranges: [first, second] };
}

function parseStretch(text: string): TimeRange | null {
  const range = parseTimeRange(text);
  return range === null || range.kind === 'before' || range.kind === 'upTo' ? null : range;
}
