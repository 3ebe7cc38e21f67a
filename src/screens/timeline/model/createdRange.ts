import type { Clause } from '../../../list/Query.ts';
import type { View } from '../../../views/address/View.ts';
import { withCompare, withFilter, withZone } from '../../../views/editView.ts';
import type { Term } from '../../../views/terms/Filter.ts';
import type { TimePoint, TimeRange } from '../../../views/terms/TimePoint.ts';
import { printTimeRange } from '../../../views/terms/timeRange.ts';

const SECOND = 1000;
const MINUTE = 60_000;

/** A stretch of time, `from <= t < to`, milliseconds since the epoch; null: open. */
export interface CreatedRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** True for a condition that says from when to when builds were created. */
export function isCreatedClause(clause: Clause): boolean {
  return clause.kind === 'time' && clause.field === 'created' && !clause.not;
}

/** The time that a view's conditions on the creation leave, all of them together. */
export function createdRange(clauses: readonly Clause[]): CreatedRange {
  let from: number | null = null;
  let to: number | null = null;
  for (const clause of clauses) {
    if (clause.kind !== 'time' || !isCreatedClause(clause)) continue;
    if (clause.from !== null) from = Math.max(from ?? clause.from, clause.from);
    if (clause.to !== null) to = Math.min(to ?? clause.to, clause.to);
  }
  return { from, to };
}

/** True when a view has a time of creation of its own. */
export function hasRange({ filter }: Pick<View, 'filter'>): boolean {
  return filter.some(isCreatedTerm);
}

/**
 * The view of builds created `from <= t < to`, in place of the time that it had; null: of any time.
 * It says the last minute in it, `10:00Z..11:59Z`, or the last second where it begins or ends
 * within a minute.
 */
export function withRange(
  view: View,
  range: { readonly from: number; readonly to: number } | null,
): View {
  const others = view.filter.filter((term) => !isCreatedTerm(term));
  return withFilter(view, range === null ? others : [...others, rangeTerm(range.from, range.to)]);
}

/** A view's time of creation as a comparison says it; null where it has no one with a beginning. */
export function comparableRange(view: Pick<View, 'filter'>): string | null {
  const [term, ...more] = view.filter.filter(isCreatedTerm);
  if (term?.kind !== 'time' || more.length > 0) return null;
  if (term.range.kind === 'before' || term.range.kind === 'upTo') return null;
  return printTimeRange(term.range, true);
}

/**
 * The view that compares its time of creation with another, `from <= t < to`; null: with the time
 * before it. The same view where it has none that can be compared.
 */
export function comparedRange(
  view: View,
  other: { readonly from: number; readonly to: number } | null,
): View {
  const own = comparableRange(view);
  if (own === null) return view;
  const sides = other === null ? [own] : [own, printTimeRange(between(other.from, other.to), true)];
  const compared = withCompare(withRange(view, null), sides.join(','));
  return withZone(compared, view.zone ?? 'UTC');
}

function rangeTerm(from: number, to: number): Term {
  return { kind: 'time', field: 'created', range: between(from, to), not: false };
}

function between(from: number, to: number): TimeRange {
  const whole = from % MINUTE === 0 && to % MINUTE === 0;
  const resolution = whole ? MINUTE : SECOND;
  const point = (ms: number): TimePoint => ({ kind: 'instant', ms, resolution });
  const first = Math.floor(from / resolution) * resolution;
  const last = Math.max(first, Math.ceil(to / resolution) * resolution - resolution);
  return { kind: 'between', from: point(first), to: point(last) };
}

function isCreatedTerm(term: Term): boolean {
  return term.kind === 'time' && term.field === 'created' && !term.not;
}
