import { beforeAll, describe, expect, it, vi } from 'vitest';
import { searchText } from '../../lib/searchText.ts';
import type { TextPattern } from '../../list/Query.ts';
import { BuildColumns } from '../columns/BuildColumns.ts';
import { fakeArtifact, fakeBuild } from '../testing/fakeApi.ts';
import { naiveGlob } from '../testing/naive.ts';
import { TextHits } from '../text/TextHits.ts';
import { TextMachine } from '../text/TextMachine.ts';
import { TextPool } from '../text/TextPool.ts';
import { PathMatcher } from './PathMatcher.ts';

const NAMES = ['swe', 'app', 'ab', 'b', 'a:b'];
const TAGS = ['v1', 'latest', 'b', 'sweet', ''];
const AROUND = [
  ['', ''],
  ['prime/ada/', ''],
  ['prime/ada/', '-vm'],
  ['Registry/', '@abc'],
  ['p/', 'v'],
] as const;
const OTHERS = ['docker.io/other', '', 'swe:v2'];
const TEXTS = [
  ...['', 'swe', 'we', 'v1', ':', 'e:v', 'swe:v1', 'a/s', 'ada/swe', '1-vm', 'v1-vm', 'vm', 'ada'],
  ...['registry/', 'REGISTRY/APP', 'c', 'b:b', ':b-', 'b:b@abc', '@', 'other', 'absent', 'swe:v2'],
  ...['t:', 'p/swe:v1v', 'tv', '1v', 'b:', '/b:', 'ab', 'sweet', 'latest-', 'lates', '-'],
];
const GLOBS = [
  ...['*', '**', 'swe:v1', 'prime/*', '*-vm', '*:*', 'prime/*:latest', '*swe*v1*', 's*1', '*b:b*'],
  ...['registry/*@abc', '*a:b*', '', '*:', ':*', 'docker*', 'p/*v', '*abc', '*e:*', 'app:b'],
];
const PATTERNS: TextPattern[] = [
  ...TEXTS.map((text) => ({ match: 'contains' as const, text })),
  ...[...TEXTS, ...GLOBS].map((text) => ({ match: 'whole' as const, text })),
];

let columns: BuildColumns;

beforeAll(() => {
  columns = columnsOf(NAMES, TAGS);
});

/** A build of each name with each tag, and an artifact at each path that these can have. */
function columnsOf(names: readonly string[], tags: readonly string[]): BuildColumns {
  const filled = new BuildColumns();
  for (const name of names) {
    for (const tag of tags) {
      const paths = [
        ...AROUND.map(([before, after]) => `${before}${name}:${tag}${after}`),
        ...OTHERS,
      ];
      const artifacts = paths.map((path, at) => fakeArtifact(`a${at}`, { fullImagePath: path }));
      const build = fakeBuild(0, { id: `${name} ${tag}`, imageName: name, imageTag: tag });
      filled.write(filled.rowFor(build.id), { ...build, artifacts });
    }
  }
  return filled;
}

function matcherOf(pattern: TextPattern, of = columns) {
  const machine = new TextMachine(pattern);
  const find = (pool: TextPool) => new TextHits(pool).of(machine);
  return { machine, paths: new PathMatcher(machine, of, find) };
}

function matches(text: string, { match, text: wanted }: TextPattern): boolean {
  const folded = searchText(text);
  if (match === 'contains') return folded.includes(searchText(wanted));
  return naiveGlob(folded, searchText(wanted));
}

/** The names, tags and paths of all builds, as texts and as codes. */
function* allOf({ rows, name, tag, first, count, names, tags, artifacts }: BuildColumns) {
  for (let row = 0; row < rows; row += 1) {
    const [nameCode = 0, tagCode = 0] = [name[row], tag[row]];
    const from = first[row] ?? 0;
    const texts = { name: names.at(nameCode), tag: tags.at(tagCode) };
    for (let at = from; at < from + (count[row] ?? 0); at += 1) {
      const code = artifacts.path[at] ?? 0;
      const path = artifacts.paths.at(code, texts.name, texts.tag) ?? '';
      yield { ...texts, nameCode, tagCode, code, path };
    }
  }
}

describe('a pattern over paths', () => {
  it.each(PATTERNS)(
    '$match “$text” matches the paths and references that a plain look does',
    (pattern) => {
      const { paths } = matcherOf(pattern);
      const all = [...allOf(columns)];
      const found = () =>
        all.map(({ code, nameCode, tagCode }) => [
          paths.matchesPath(code, nameCode, tagCode),
          paths.matchesReference(nameCode, tagCode),
        ]);
      const expected = all.map(({ name, tag, path }) => {
        return [matches(path, pattern), matches(`${name}:${tag}`, pattern)];
      });
      expect(found()).toEqual(expected);
      // From what was kept.
      expect(found()).toEqual(expected);
    },
  );

  it.each(PATTERNS)(
    '$match “$text” matches beyond name and tag only where it says so',
    (pattern) => {
      const { paths } = matcherOf(pattern);
      const beyond = [...allOf(columns)].filter(
        ({ name, tag, nameCode, tagCode, code }) =>
          !matches(name, pattern) &&
          !matches(tag, pattern) &&
          ((!paths.canMatchBeyond && paths.matchesPath(code, nameCode, tagCode)) ||
            (!paths.hasJoint && paths.matchesReference(nameCode, tagCode))),
      );
      expect(beyond).toEqual([]);
    },
  );

  it.each([
    ['absent', false, false],
    ['docker', true, false],
    ['ada', true, false],
    ['vm', true, false],
    ['e:v', true, true],
    ['1-', true, false],
    ['x@abc', true, false],
    ['', true, true],
    ['q-v', true, false],
    ['swe', true, false],
    ['b', true, false],
    ['lates', false, false],
  ])('contains “%s”: beyond name and tag %s, in NAME:TAG %s', (text, beyond, joint) => {
    const { paths } = matcherOf({ match: 'contains', text });
    expect([paths.canMatchBeyond, paths.hasJoint]).toEqual([beyond, joint]);
  });

  it('may match anywhere where it has stars', () => {
    const { paths } = matcherOf({ match: 'whole', text: 'absent*' });
    expect([paths.canMatchBeyond, paths.hasJoint]).toEqual([true, true]);
  });

  it('has no match in a path that is not there', () => {
    const { paths } = matcherOf({ match: 'contains', text: '' });
    expect(paths.matchesPath(0, 1, 1)).toBe(false);
    expect(paths.matchesPath(99, 1, 1)).toBe(false);
    expect(paths.matchesPath(-99, 1, 1)).toBe(false);
  });

  it('folds a sigma alike wherever it stands', () => {
    const greek = columnsOf(['ΑΣ'], ['Β']);
    const [one] = allOf(greek);
    if (!one) throw new Error('no path');
    for (const text of ['ας:β', 'ασ:β', 'ΑΣ', 'ς:']) {
      const { paths } = matcherOf({ match: 'contains', text }, greek);
      expect(paths.matchesReference(one.nameCode, one.tagCode), text).toBe(true);
      expect(paths.matchesPath(one.code, one.nameCode, one.tagCode), text).toBe(true);
    }
  });

  it('reads each name and each tag once for each state', () => {
    const { paths } = matcherOf({ match: 'whole', text: 'prime/*:v*' });
    const reads = vi.spyOn(TextPool.prototype, 'runFolded');
    const look = () => {
      for (const { nameCode, tagCode, code } of allOf(columns)) {
        if (code > 0) paths.matchesPath(code, nameCode, tagCode);
      }
    };
    look();
    const first = reads.mock.calls.length;
    expect(first).toBeLessThan(NAMES.length * TAGS.length * AROUND.length);
    look();
    expect(reads.mock.calls.length).toBe(first);
  });

  it('reads anew where there are more states than it keeps', () => {
    const names = Array.from({ length: 40 }, (_, at) => 'x'.repeat(at));
    const many = columnsOf(names, ['v1']);
    const pattern: TextPattern = { match: 'whole', text: `*${'x'.repeat(41)}:v2*` };
    const { paths } = matcherOf(pattern, many);
    for (let turn = 0; turn < 2; turn += 1) {
      for (const { nameCode, tagCode, code, path } of allOf(many)) {
        expect(paths.matchesPath(code, nameCode, tagCode), path).toBe(matches(path, pattern));
      }
    }
  });
});
