import type { TextClause } from '../../../list/Query.ts';

/** What asks for builds that mention each word: name, tag, ids, paths, errors. */
export function wordClauses(words: readonly string[]): readonly TextClause[] {
  return words.map((text) => ({
    kind: 'text',
    field: 'any',
    patterns: [{ match: 'contains', text }],
    not: false,
  }));
}
