import type { Build } from '../../contract/build.ts';
import {
  ARTIFACT_TYPES,
  isActive,
  isEnded,
  isQueued,
  knownStatus,
  STALLED_AFTER_MS,
  STATUSES,
} from '../../contract/status.ts';
import { readTime } from '../../lib/instant.ts';
import { searchError, searchText } from '../../lib/searchText.ts';
import { compareText, firstLine, foldCase } from '../../lib/text.ts';
import { isConflicted } from '../../list/conflict.ts';
import { firstErrorOf, firstPathOf } from '../../list/facts.ts';
import type {
  Clause,
  Query,
  SortColumn,
  SortKey,
  TextClause,
  TextPattern,
} from '../../list/Query.ts';
import type { FacetCount } from '../../list/Selection.ts';

/** What the column index must answer, said the plain way over plain builds. */
export interface NaiveSelection {
  readonly ids: readonly string[];
  readonly total: number;
  readonly facets: {
    readonly status: readonly FacetCount[];
    readonly artifact: readonly FacetCount[];
  };
  readonly withoutClause: readonly number[];
}

/** Whether a build has a mark with a key. */
export type NaiveMark = (mark: string, key: string, build: Build) => boolean;

/** Answers a query by looking at every build anew. */
export function naiveSelect(
  builds: readonly Build[],
  query: Query,
  now: number,
  isMarked: NaiveMark = () => false,
): NaiveSelection {
  const holds = (build: Build, clause: Clause) =>
    (clause.kind === 'marked'
      ? isMarked(clause.mark, clause.key, build)
      : holdsPlainly(build, clause, now)) !== clause.not;
  const verdicts = builds.map((build) => query.clauses.map((clause) => holds(build, clause)));
  /** The builds for which the clauses hold that are not left out. */
  const matching = (isLeftOut: (clause: Clause, at: number) => boolean) =>
    builds.filter((_, number) =>
      query.clauses.every((clause, at) => isLeftOut(clause, at) || verdicts[number]?.[at]),
    );
  const found = matching(() => false);
  const counts = (kind: 'status' | 'artifact', words: readonly string[]) => {
    const others = matching((clause) => clause.kind === kind);
    return words.map((value) => ({
      value,
      count: others.filter((build) => holds(build, { kind, values: [value], not: false })).length,
    }));
  };
  return {
    ids: naiveSort(found, query.sort, now).map((build) => build.id),
    total: builds.length,
    facets: {
      status: counts(
        'status',
        facetWords(
          STATUSES,
          builds.map((build) => build.status),
        ),
      ),
      artifact: counts(
        'artifact',
        facetWords(
          ARTIFACT_TYPES,
          builds.flatMap((build) => (build.artifacts ?? []).map((one) => one.artifactType)),
        ),
      ).sort((a, b) => b.count - a.count),
    },
    withoutClause: query.clauses.map(
      (_, index) => matching((_, at) => at === index).length - found.length,
    ),
  };
}

/** The contract's words, then the others in order; of words that differ in case only, one. */
function facetWords(contract: readonly string[], words: readonly string[]): readonly string[] {
  const known = new Set(contract.map(foldCase));
  const others = new Map<string, string>();
  for (const word of [...words].sort(compareText)) {
    const folded = foldCase(word);
    if (!known.has(folded) && !others.has(folded)) others.set(folded, word);
  }
  return [...contract, ...[...others.values()].sort(compareText)];
}

function holdsPlainly(
  build: Build,
  clause: Exclude<Clause, { kind: 'marked' }>,
  now: number,
): boolean {
  const artifacts = build.artifacts ?? [];
  switch (clause.kind) {
    case 'status':
      return hasWord(clause.values, build.status);
    case 'artifact':
      return artifacts.some((one) => hasWord(clause.values, one.artifactType));
    case 'text':
      return textsOf(build, clause.field).some(({ text, isError }) =>
        clause.patterns.some((pattern) => matchesPattern(text, pattern, isError)),
      );
    case 'time':
      return isWithin(timeOf(build, clause.field), clause.from, clause.to);
    case 'span':
      return isWithin(spanOf(build, clause.field, now), clause.from, clause.to);
    case 'is':
      return clause.values.some((value) => {
        if (value === 'active') return isActive(build.status);
        if (value === 'ended') return isEnded(build.status);
        if (value === 'other') return !isActive(build.status) && !isEnded(build.status);
        if (value === 'stalled') return isStalled(build, now);
        return isConflicted(
          build.status,
          artifacts.map((one) => one.status),
        );
      });
    case 'has':
      return clause.values.some((value) => {
        if (value === 'artifacts') return build.artifacts !== null;
        if (value === 'error') return firstErrorOf(artifacts) !== null;
        if (value === 'path') return firstPathOf(artifacts) !== null;
        if (value === 'start') return timeOf(build, 'started') !== null;
        return timeOf(build, 'ended') !== null;
      });
  }
}

/** Active, and created over a day ago. */
export function isStalled(build: Build, now: number): boolean {
  const created = timeOf(build, 'created');
  return isActive(build.status) && created !== null && now - created > STALLED_AFTER_MS;
}

function hasWord(words: readonly string[], word: string): boolean {
  return words.some((one) => foldCase(one) === foldCase(word));
}

interface FieldText {
  readonly text: string;
  readonly isError: boolean;
}

function textsOf(build: Build, field: TextClause['field']): readonly FieldText[] {
  const artifacts = build.artifacts ?? [];
  const plain = (texts: readonly (string | null)[]) =>
    texts.flatMap((text) => (text === null ? [] : [{ text, isError: false }]));
  switch (field) {
    case 'image':
      return plain([build.imageName]);
    case 'tag':
      return plain([build.imageTag]);
    case 'id':
      return plain([build.id, ...artifacts.map((one) => one.id)]);
    case 'path':
      return plain(artifacts.map((one) => one.fullImagePath));
    case 'error':
      return plain(artifacts.map((one) => one.errorMessage)).map((one) => ({
        ...one,
        isError: true,
      }));
    case 'any':
      return [
        ...(['image', 'tag', 'id', 'path', 'error'] as const).flatMap((one) => textsOf(build, one)),
        ...plain([`${build.imageName}:${build.imageTag}`]),
      ];
  }
}

function matchesPattern(text: string, { match, text: asked }: TextPattern, isError: boolean) {
  if (match === 'exact') return text === asked;
  const form = isError ? searchError : searchText;
  const found = form(text);
  return match === 'contains' ? found.includes(form(asked)) : naiveGlob(found, form(asked));
}

/** `reached[j]`: the first j characters of the pattern can match what was read so far. */
export function naiveGlob(text: string, pattern: string): boolean {
  let reached = [true];
  for (let j = 0; j < pattern.length; j += 1) reached[j + 1] = !!reached[j] && pattern[j] === '*';
  for (let i = 0; i < text.length; i += 1) {
    const next = [false];
    for (let j = 0; j < pattern.length; j += 1) {
      next[j + 1] =
        pattern[j] === '*' ? !!next[j] || !!reached[j + 1] : !!reached[j] && pattern[j] === text[i];
    }
    reached = next;
  }
  return !!reached[pattern.length];
}

function isWithin(value: number | null, from: number | null, to: number | null): boolean {
  return value !== null && (from === null || from <= value) && (to === null || value < to);
}

function timeOf(build: Build, field: 'created' | 'started' | 'ended'): number | null {
  const text = { created: build.createdAt, started: build.startedAt, ended: build.completedAt }[
    field
  ];
  const ms = readTime(text);
  return Number.isNaN(ms) ? null : ms;
}

function spanOf(build: Build, field: 'duration' | 'wait', now: number): number | null {
  const start = timeOf(build, 'started');
  const from = field === 'duration' ? start : timeOf(build, 'created');
  let to: number | null;
  if (field === 'duration') to = timeOf(build, 'ended') ?? (isActive(build.status) ? now : null);
  else to = start ?? (isQueued(build.status) ? now : null);
  return from === null || to === null || to < from ? null : to - from;
}

function naiveSort(builds: readonly Build[], sort: readonly SortKey[], now: number): Build[] {
  const keys = [...sort, { column: 'created', descending: true } as const];
  return [...builds].sort((a, b) => {
    for (const key of keys) {
      const order = compareBy(a, b, key, now);
      if (order !== 0) return order;
    }
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  });
}

function compareBy(a: Build, b: Build, key: SortKey, now: number): number {
  const left = columnValue(a, key.column, now);
  const right = columnValue(b, key.column, now);
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return (key.descending ? -1 : 1) * compareValues(left, right, key.column);
}

function compareValues(a: number | string, b: number | string, column: SortColumn): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  if (column === 'id') return a < b ? -1 : a > b ? 1 : 0;
  if (column === 'status')
    return statusRank(a) - statusRank(b) || compareText(foldCase(a), foldCase(b));
  return compareText(a, b);
}

function statusRank(word: string): number {
  const known = knownStatus(word);
  return known === null ? STATUSES.length : STATUSES.indexOf(known);
}

function columnValue(build: Build, column: SortColumn, now: number): number | string | null {
  switch (column) {
    case 'status':
      return build.status;
    case 'image':
      return build.imageName;
    case 'tag':
      return build.imageTag;
    case 'artifacts':
      return build.artifacts?.length ?? null;
    case 'error': {
      const error = firstErrorOf(build.artifacts);
      return error === null ? null : firstLine(error);
    }
    case 'created':
    case 'started':
    case 'ended':
      return timeOf(build, column);
    case 'duration':
    case 'wait':
      return spanOf(build, column, now);
    case 'id':
      return build.id;
  }
}
