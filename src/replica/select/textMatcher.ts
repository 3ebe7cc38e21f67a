import { stripAnsi } from '../../lib/stripAnsi.ts';
import type { TextClause, TextPattern } from '../../list/Query.ts';
import type { BuildColumns } from '../columns/BuildColumns.ts';
import type { Hits } from '../text/TextHits.ts';
import { TextMachine } from '../text/TextMachine.ts';
import type { TextPool } from '../text/TextPool.ts';
import { PathMatcher } from './PathMatcher.ts';
import { oneOf, type RowMatcher } from './RowMatcher.ts';
import type { TextSearches } from './TextSearches.ts';

/** The pools of a store, searched by one pattern. */
interface Search {
  readonly columns: BuildColumns;
  find(pool: TextPool): Hits;
  readonly errors: () => Hits;
  readonly paths: () => PathMatcher;
}

/** The matcher of a text clause, its `not` left out. */
export function textMatcher(
  clause: TextClause,
  columns: BuildColumns,
  searches: TextSearches,
): RowMatcher {
  return oneOf(
    clause.patterns.map((pattern) => {
      const search = searchOf(pattern, columns, searches);
      return pattern.match === 'exact'
        ? exactMatcher(clause.field, pattern.text, search)
        : fieldMatcher(clause.field, search);
    }),
  );
}

function searchOf(pattern: TextPattern, columns: BuildColumns, searches: TextSearches): Search {
  const machine = new TextMachine(pattern);
  const text = stripAnsi(pattern.text);
  // Errors are searched without terminal codes: what was pasted with them is meant without.
  const ofErrors = text === pattern.text ? machine : new TextMachine({ ...pattern, text });
  const find = (pool: TextPool) => searches.find(pool, machine);
  return {
    columns,
    find,
    errors: () => searches.find(columns.artifacts.errors.pool, ofErrors),
    paths: () => new PathMatcher(machine, columns, find),
  };
}

/** True for a row of which an artifact passes. */
function ofArtifacts(
  { first, count }: BuildColumns,
  passes: (at: number, row: number) => boolean,
): RowMatcher {
  return (row) => {
    const from = first[row] ?? 0;
    const end = from + (count[row] ?? 0);
    for (let at = from; at < end; at += 1) if (passes(at, row)) return true;
    return false;
  };
}

function fieldMatcher(field: TextClause['field'], search: Search): RowMatcher {
  const { columns, find } = search;
  const { name, tag, artifacts } = columns;
  switch (field) {
    case 'image': {
      const { marks } = find(columns.names.pool);
      return (row) => marks[name[row] ?? 0] === 1;
    }
    case 'tag': {
      const { marks } = find(columns.tags.pool);
      return (row) => marks[tag[row] ?? 0] === 1;
    }
    case 'id': {
      const own = find(columns.ids.pool);
      const others = find(artifacts.ids);
      const ofArtifact = ofArtifacts(columns, (at) => others.marks[at] === 1);
      if (others.count === 0) return (row) => own.marks[row] === 1;
      return (row) => own.marks[row] === 1 || ofArtifact(row);
    }
    case 'error': {
      const { marks } = search.errors();
      const { error } = artifacts;
      return ofArtifacts(columns, (at) => {
        const code = error[at] ?? 0;
        return code > 0 && marks[code - 1] === 1;
      });
    }
    case 'path': {
      const paths = search.paths();
      const { path } = artifacts;
      return ofArtifacts(columns, (at, row) =>
        paths.matchesPath(path[at] ?? 0, name[row] ?? 0, tag[row] ?? 0),
      );
    }
    case 'any':
      return anyMatcher(search);
  }
}

/** A text that is letter for letter the field. */
function exactMatcher(field: TextClause['field'], text: string, search: Search): RowMatcher {
  const { columns } = search;
  const { name, tag, ids, names, tags, artifacts } = columns;
  switch (field) {
    case 'image': {
      const wanted = names.find(text);
      return (row) => name[row] === wanted;
    }
    case 'tag': {
      const wanted = tags.find(text);
      return (row) => tag[row] === wanted;
    }
    case 'id': {
      const wanted = ids.find(text);
      const ofArtifact = ofArtifacts(columns, (at) => artifacts.ids.is(at, text));
      return (row) => row === wanted || ofArtifact(row);
    }
    case 'error': {
      const wanted = artifacts.errors.find(text) + 1;
      const { error } = artifacts;
      return ofArtifacts(columns, (at) => wanted > 0 && error[at] === wanted);
    }
    case 'path': {
      const isAlike = fieldMatcher('path', search);
      const isPath = ofArtifacts(columns, (at, row) => columns.pathAt(row, at) === text);
      return (row) => isAlike(row) && isPath(row);
    }
    case 'any': {
      const isAlike = (row: number) => paths.matchesReference(name[row] ?? 0, tag[row] ?? 0);
      const paths = search.paths();
      const isReference = (row: number) =>
        isAlike(row) && `${names.at(name[row] ?? 0)}:${tags.at(tag[row] ?? 0)}` === text;
      const fields = (['image', 'tag', 'id', 'error', 'path'] as const).map((one) =>
        exactMatcher(one, text, search),
      );
      return oneOf([isReference, ...fields]);
    }
  }
}

/** All fields at once: what is cheap to look at first, artifacts last and only if one can match. */
function anyMatcher(search: Search): RowMatcher {
  const { columns, find } = search;
  const paths = search.paths();
  const { name, tag, first, count, artifacts } = columns;
  const { error, path } = artifacts;
  const names = find(columns.names.pool).marks;
  const tags = find(columns.tags.pool).marks;
  const ids = find(columns.ids.pool).marks;
  const artifactIds = find(artifacts.ids);
  const errors = search.errors();
  const beyond = paths.canMatchBeyond;
  const looksInside = artifactIds.count > 0 || errors.count > 0 || beyond;
  const looksAtJoint = paths.hasJoint;
  return (row) => {
    const nameCode = name[row] ?? 0;
    const tagCode = tag[row] ?? 0;
    if (names[nameCode] === 1 || tags[tagCode] === 1 || ids[row] === 1) return true;
    if (looksAtJoint && paths.matchesReference(nameCode, tagCode)) return true;
    if (!looksInside) return false;
    const from = first[row] ?? 0;
    const end = from + (count[row] ?? 0);
    for (let at = from; at < end; at += 1) {
      if (artifactIds.marks[at] === 1) return true;
      const code = error[at] ?? 0;
      if (code > 0 && errors.marks[code - 1] === 1) return true;
      if (beyond && paths.matchesPath(path[at] ?? 0, nameCode, tagCode)) return true;
    }
    return false;
  };
}
