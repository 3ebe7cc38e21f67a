import type { SortKey, View } from './address/View.ts';
import { HAS_WORDS, IS_WORDS, type Term } from './terms/Filter.ts';
import { resolveSpanRange } from './terms/spanRange.ts';
import { resolveTimeRange } from './terms/timeRange.ts';

/**
 * One condition on builds with its times resolved, as the replica takes it. Its meaning is said
 * there; the types are the same by structure, since neither room may import the other.
 */
export type Clause =
  | {
      readonly kind: 'status' | 'artifact';
      readonly values: readonly string[];
      readonly not: boolean;
    }
  | {
      readonly kind: 'text';
      readonly field: 'image' | 'tag' | 'id' | 'path' | 'error' | 'any';
      readonly patterns: readonly TextPattern[];
      readonly not: boolean;
    }
  | {
      readonly kind: 'time';
      readonly field: 'created' | 'started' | 'ended';
      readonly from: number | null;
      readonly to: number | null;
      readonly not: boolean;
    }
  | {
      readonly kind: 'span';
      readonly field: 'duration' | 'wait';
      readonly from: number | null;
      readonly to: number | null;
      readonly not: boolean;
    }
  | {
      readonly kind: 'is';
      readonly values: readonly (typeof IS_WORDS)[number][];
      readonly not: boolean;
    }
  | {
      readonly kind: 'has';
      readonly values: readonly (typeof HAS_WORDS)[number][];
      readonly not: boolean;
    };

export interface TextPattern {
  readonly match: 'contains' | 'whole';
  readonly text: string;
}

/**
 * What a view asks for at `now` (milliseconds since the epoch): one clause for each term, in the
 * order of `view.filter`, and the order. Days are UTC days.
 */
export function resolveView(
  view: Pick<View, 'filter' | 'sort'>,
  now: number,
): { readonly clauses: readonly Clause[]; readonly sort: readonly SortKey[] } {
  return { clauses: view.filter.map((term) => resolveTerm(term, now)), sort: view.sort };
}

/**
 * What a view asks for at `now`, of the builds created since it was last opened (milliseconds):
 * its news. Its terms' clauses come first, in their order.
 */
export function resolveNews(
  view: Pick<View, 'filter' | 'sort'>,
  openedAt: number,
  now: number,
): { readonly clauses: readonly Clause[]; readonly sort: readonly SortKey[] } {
  const { clauses, sort } = resolveView(view, now);
  const news: Clause = { kind: 'time', field: 'created', from: openedAt, to: null, not: false };
  return { clauses: [...clauses, news], sort };
}

/** What one term asks for at `now`. */
export function resolveTerm(term: Term, now: number): Clause {
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
    case 'time':
      return { kind: 'time', field: term.field, ...resolveTimeRange(term.range, now), not };
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
