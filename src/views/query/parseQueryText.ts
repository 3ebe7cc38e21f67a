import { type Filter, FilterBuilder, MOST_TERMS } from '../terms/Filter.ts';
import type { Issue } from '../terms/Issue.ts';
import { printValues } from '../terms/printTerm.ts';
import { quote } from '../terms/valueList.ts';
import { printFreeWord } from './freeWords.ts';
import type { Part } from './Part.ts';
import { mustQuote, readQuery } from './readQuery.ts';

/**
 * Reads what is typed in the search box: fields such as `status:failed,cancelled`, `-tag:test`,
 * `created:24h`, `duration:>10m`, and free words (`readFreeWord` says their rule). All parts must
 * hold; in a list, one value must. A word with a colon that is no field and near to none, such as
 * `12:30`, `ubuntu:22.04` or `http://x`, is a free word. Mistakes are problems in their places,
 * and the rest applies. Linear in the length; never throws.
 */
export function parseQueryText(text: string): {
  readonly filter: Filter;
  readonly problems: readonly Issue[];
} {
  return parseParts(readQuery(text));
}

/** The filter that parts make together, and what there is to say of each. */
export function parseParts(parts: readonly Part[]): {
  readonly filter: Filter;
  readonly problems: readonly Issue[];
} {
  const builder = new FilterBuilder();
  const problems: Issue[] = [];
  for (const { from, to, term, issues } of parts) {
    problems.push(...issues);
    if (term === null || builder.add(term)) continue;
    const message = `only the first ${MOST_TERMS} conditions apply`;
    problems.push({ from, to, kind: 'mistake', message, suggestion: null });
  }
  return { filter: builder.filter(), problems };
}

/** Writes a filter so that `parseQueryText` reads the same. */
export function printQueryText(filter: Filter): string {
  const parts = filter.map((term) => {
    if (term.kind === 'free') return printFreeWord(term, mustQuote(term.text));
    return `${term.not ? '-' : ''}${term.field}:${printValues(term, false)}`;
  });
  return parts.join(' ');
}

/** The text with what an issue is about in quotes, so that it is searched for as it stands. */
export function quoteIssue(text: string, { from, to }: Issue): string {
  const parts = readQuery(text).filter((part) => part.from < to && from < part.to);
  const start = Math.min(from, ...parts.map((part) => part.from));
  const end = Math.max(to, ...parts.map((part) => part.to));
  return text.slice(0, start) + quote(text.slice(start, end)) + text.slice(end);
}

/** The text with an issue's suggestion in its place. */
export function acceptIssue(text: string, { from, to, suggestion }: Issue): string {
  return suggestion === null ? text : text.slice(0, from) + suggestion + text.slice(to);
}
