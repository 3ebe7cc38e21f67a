import type { Clause } from './Query.ts';

/**
 * What some clauses look for in error texts, to be marked where it stands: as it was typed, each
 * once. A pattern for the whole text gives its longest part without `*`.
 */
export function searchedTexts(clauses: readonly Clause[]): readonly string[] {
  const found = clauses.flatMap((clause) => {
    if (clause.kind !== 'text' || clause.not) return [];
    if (clause.field !== 'error' && clause.field !== 'any') return [];
    return clause.patterns.flatMap(({ match, text }) => {
      if (match === 'exact') return [];
      return match === 'contains' ? [text] : [longest(text.split('*'))];
    });
  });
  return [...new Set(found)].filter((text) => text.trim() !== '');
}

function longest(parts: readonly string[]): string {
  return parts.reduce((best, part) => (part.length > best.length ? part : best), '');
}
