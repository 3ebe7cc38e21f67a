import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../../contract/build.ts';
import { artifactOf, buildOf } from '../../../contract/testing/builds.ts';
import { runs } from '../../../lib/testing/runs.ts';
import { listOf } from '../../../replica/testing/listOf.ts';
import { parseView } from '../../../views/address/parseView.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView } from '../../../views/address/View.ts';
import { parseQueryText, printQueryText } from '../../../views/query/parseQueryText.ts';
import { resolveView } from '../../../views/resolveView.ts';
import { makeFilter, type TextTerm } from '../../../views/terms/Filter.ts';

const NOW = Date.UTC(2026, 10, 20);
const FIELDS = ['image', 'tag', 'id', 'path', 'error'] as const;

/** Texts that differ in little: case, letters composed or not, blanks, `*`, terminal codes. */
const texts = fc.constantFrom(
  ...['web', 'Web', 'WEB', 'we', 'web*', '*', 'w*', '=web', '"web"', 'web,x', 'web x', 'web\tx'],
  ...[
    'é',
    'e\u0301',
    'É',
    'ﬁ',
    'fi',
    'ς',
    'σ',
    'ß',
    'ss',
    '\u001b[1mweb',
    ' web',
    'web\n',
    '(',
    '!',
  ],
);
const buildsOfTexts = fc.array(
  fc.record({ imageName: texts, imageTag: texts, id: texts, path: texts, error: texts }),
  { maxLength: 8 },
);

const lists = buildsOfTexts.map((all) =>
  all.map(({ path, error, id, ...names }, at): Build => {
    const artifact = artifactOf(id, { fullImagePath: path, errorMessage: error });
    return buildOf(`b${at}`, { ...names, artifacts: [artifact] });
  }),
);

function naive(build: Build, { field, values, not }: TextTerm): boolean {
  const artifacts = build.artifacts ?? [];
  const held = {
    image: [build.imageName],
    tag: [build.imageTag],
    id: [build.id, ...artifacts.map(({ id }) => id)],
    path: artifacts.map(({ fullImagePath }) => fullImagePath),
    error: artifacts.map(({ errorMessage }) => errorMessage),
  }[field];
  return values.some(({ text }) => held.some((one) => one === text)) !== not;
}

describe('a value after “=”', () => {
  it('is the whole field letter for letter, from the search box and from the address', () => {
    const terms = fc.record({
      kind: fc.constant('text' as const),
      field: fc.constantFrom(...FIELDS),
      values: fc.array(fc.record({ match: fc.constant('exact' as const), text: texts }), {
        minLength: 1,
        maxLength: 3,
      }),
      not: fc.boolean(),
    });
    fc.assert(
      fc.property(lists, terms, (builds, term) => {
        const { table } = listOf(builds);
        const wanted = builds.filter((build) => naive(build, term)).map(({ id }) => id);
        const filter = makeFilter([term]);
        const typed = parseQueryText(printQueryText(filter)).filter;
        const opened = parseView(printView(makeView({ filter }))).filter;
        for (const asked of [filter, typed, opened]) {
          const query = resolveView({ filter: asked, zone: null, sort: [] }, NOW);
          const { order } = table.newSelector().select(query, NOW, () => null);
          expect([...order].map((row) => table.id.at(row)).sort()).toEqual(wanted);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it.each([
    ['image:=web', [0]],
    ['-image:=web', [1, 2]],
    ['name:=Web', [1]],
    ['name==x', []],
    ['image:web', [0, 1, 2]],
    ['image:"web"', [0, 1, 2]],
    ['image:w*', [0, 1, 2]],
    ['image:="web*"', [2]],
    ['image:=web*', [2]],
    ['tag:rc1', [0, 1]],
    ['tag:=RC1', [1]],
    ['-tag:=RC1', [0, 2]],
  ] as const)('means in %s what it says', (text, wanted) => {
    const builds = [
      buildOf('b0', { imageName: 'web', imageTag: 'rc1' }),
      buildOf('b1', { imageName: 'Web', imageTag: 'RC1' }),
      buildOf('b2', { imageName: 'web*', imageTag: 'v1' }),
    ];
    const { table } = listOf(builds);
    const query = resolveView({ filter: parseQueryText(text).filter, zone: null, sort: [] }, NOW);
    const ids = [...table.newSelector().select(query, NOW, () => null).order]
      .map((row) => table.id.at(row))
      .sort();
    expect(ids).toEqual(wanted.map((at) => `b${at}`));
  });

  it('means the same in the address', () => {
    expect(parseView('?image==x&-tag==Y').filter).toEqual(
      parseQueryText('image:=x -tag:=Y').filter,
    );
  });

  it('says that a * after it is itself', () => {
    expect(parseQueryText('image:=web*').problems.map(({ message }) => message)).toEqual([
      'after “=” a * is itself: without “=” it is a pattern',
    ]);
    expect(parseQueryText('image:="web*"').problems).toEqual([]);
  });
});
