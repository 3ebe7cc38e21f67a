import { foldCase } from '../../lib/text.ts';
import type { TextClause, TextPattern } from '../../list/Query.ts';
import type { BuildColumns } from '../columns/BuildColumns.ts';
import { type Hits, TextHits } from '../text/TextHits.ts';
import { TextMachine } from '../text/TextMachine.ts';
import type { TextPool } from '../text/TextPool.ts';
import { PathMatcher } from './PathMatcher.ts';

/** True when the row has what is asked for. */
export type RowTest = (row: number) => boolean;

/** The searches of one store, kept from query to query. */
export class TextSearches {
  readonly #byPool = new WeakMap<TextPool, TextHits>();

  /** What matches one pattern in one pool. */
  find(pool: TextPool, pattern: TextPattern, machine: TextMachine): Hits {
    let hits = this.#byPool.get(pool);
    if (!hits) {
      hits = new TextHits(pool);
      this.#byPool.set(pool, hits);
    }
    return hits.of(`${pattern.match} ${foldCase(pattern.text)}`, machine);
  }
}

/** The test of a text clause, its `not` left out. */
export function textTest(
  clause: TextClause,
  columns: BuildColumns,
  searches: TextSearches,
): RowTest {
  const tests = clause.patterns.map((pattern) =>
    patternTest(clause.field, pattern, columns, searches),
  );
  const [first] = tests;
  if (!first) return () => false;
  return tests.length === 1 ? first : (row) => tests.some((test) => test(row));
}

function patternTest(
  field: TextClause['field'],
  pattern: TextPattern,
  columns: BuildColumns,
  searches: TextSearches,
): RowTest {
  const machine = new TextMachine(pattern);
  const find = (pool: TextPool): Hits => searches.find(pool, pattern, machine);
  const { name, tag, first, count, artifacts } = columns;
  const pathsOf = (): PathMatcher => new PathMatcher(machine, columns, find);
  const artifactTest =
    (test: (at: number, row: number) => boolean): RowTest =>
    (row) => {
      const from = first[row] ?? 0;
      const end = from + (count[row] ?? 0);
      for (let at = from; at < end; at += 1) if (test(at, row)) return true;
      return false;
    };
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
      const ofArtifact = artifactTest((at) => others.marks[at] === 1);
      if (others.count === 0) return (row) => own.marks[row] === 1;
      return (row) => own.marks[row] === 1 || ofArtifact(row);
    }
    case 'error': {
      const { marks } = find(artifacts.errors.pool);
      const { error } = artifacts;
      return artifactTest((at) => {
        const code = error[at] ?? 0;
        return code > 0 && marks[code - 1] === 1;
      });
    }
    case 'path': {
      const paths = pathsOf();
      const { path } = artifacts;
      return artifactTest((at, row) =>
        paths.matchesPath(path[at] ?? 0, name[row] ?? 0, tag[row] ?? 0),
      );
    }
    case 'any':
      return anyTest(columns, find, pathsOf());
  }
}

/** All fields at once: what is cheap to look at first, artifacts last and only if one can match. */
function anyTest(
  columns: BuildColumns,
  find: (pool: TextPool) => Hits,
  paths: PathMatcher,
): RowTest {
  const { name, tag, first, count, artifacts } = columns;
  const { error, path } = artifacts;
  const names = find(columns.names.pool).marks;
  const tags = find(columns.tags.pool).marks;
  const ids = find(columns.ids.pool).marks;
  const artifactIds = find(artifacts.ids);
  const errors = find(artifacts.errors.pool);
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
