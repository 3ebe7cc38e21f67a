import type { Clause, Query } from '../list/Query.ts';
import type { View } from './address/View.ts';
import { HAS_WORDS, IS_WORDS, type Term } from './terms/Filter.ts';
import { markOf } from './terms/marks.ts';
import { resolveSpanRange } from './terms/spanRange.ts';
import { resolveTimeRange } from './terms/timeBounds.ts';

/**
 * What a view asks for at `now` (milliseconds since the epoch): one clause for each term, in the
 * order of `view.filter`, and the order. Days are those of its zone.
 */
export function resolveView(
  { filter, zone, sort }: Pick<View, 'filter' | 'zone' | 'sort'>,
  now: number,
): Query {
  return { clauses: filter.map((term) => resolveTerm(term, now, zone ?? 'UTC')), sort };
}

/** What one term asks for at `now`, its days those of the zone. */
function resolveTerm(term: Term, now: number, zone: string): Clause {
  const { not } = term;
  switch (term.kind) {
    case 'free':
      return {
        kind: 'text',
        field: 'any',
        patterns: [{ match: 'contains', text: term.text }],
        not,
      };
    case 'text':
      return { kind: 'text', field: term.field, patterns: term.values, not };
    case 'mark':
      return { kind: 'marked', ...markOf(term), not };
    case 'time':
      return { kind: 'time', field: term.field, ...resolveTimeRange(term.range, now, zone), not };
    case 'span':
      return { kind: 'span', field: term.field, ...resolveSpanRange(term.range), not };
    case 'words':
      if (term.field === 'is') return { kind: 'is', values: only(IS_WORDS, term.values), not };
      if (term.field === 'has') return { kind: 'has', values: only(HAS_WORDS, term.values), not };
      return { kind: term.field, values: term.values, not };
  }
}

function only<Word extends string>(words: readonly Word[], values: readonly string[]): Word[] {
  return values.flatMap((value) => words.filter((word) => word === value));
}
