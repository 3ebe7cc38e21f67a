import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { foldCase } from '../../lib/text.ts';
import { DEMO_ACCOUNTS } from '../../local-api/demo/demoAccounts.ts';
import { acceptIssue, parseQueryText, printQueryText } from './parseQueryText.ts';

const settle = (text: string) => printQueryText(parseQueryText(text).filter);

describe('a pasted NAME:TAG', () => {
  it.each([
    ['render:2', 'render:2', null],
    ['mirror:', 'mirror:', null],
    ['stats:', 'stats:', null],
    ['hash:abc', 'hash:abc', null],
    ['pause:3.9', 'pause:3.9', null],
    ['errors:1.0', 'errors:1.0', 'error:1.0'],
    ['tga:test', 'tga:test', 'tag:test'],
    ['name:1.0', 'name:1.0', 'image:"1.0"'],
    ['image:1.0', 'image:1.0', 'image:"1.0"'],
    ['image:latest', 'image:latest', 'image:"latest"'],
    ['-image:v2', '-image:v2', '-image:"v2"'],
    ['status:1.0', 'status:1.0', null],
    ['is:1.0', 'is:1.0', null],
    ['has:latest', 'has:latest', null],
    ['created:latest', 'created:latest', null],
    ['wait:3.1', 'wait:3.1', null],
    ['since:1.0', 'since:1.0', null],
    ['since:last', 'since:last', undefined],
    ['image:web', 'image:web', undefined],
    ['image:"1.0"', 'image:"1.0"', undefined],
    ['error:137', 'error:137', undefined],
    ['tag:1.0', 'tag:1.0', undefined],
    ['ubuntu:22.04', 'ubuntu:22.04', undefined],
    ['ERROR: failed to solve', '"ERROR:" failed to solve', 'error:failed to solve'],
    ['Error: no such file', '"Error:" no such file', 'error:no such file'],
    ['exit status: 1', 'exit "status:" 1', null],
  ])('is searched for where it is no field, and said to be: %s', (pasted, settled, advised) => {
    expect(settle(pasted)).toBe(settled);
    const { problems, filter } = parseQueryText(pasted);
    expect(problems.map(({ kind }) => kind)).toEqual(advised === undefined ? [] : ['hint']);
    for (const problem of problems) {
      expect(problem.message).toMatch(/searched for as (?:text|NAME:TAG)/);
      const taken = problem.suggestion === null ? null : acceptIssue(pasted, problem);
      expect(taken).toBe(advised);
      if (taken !== null) expect(parseQueryText(taken).problems).toEqual([]);
    }
    expect(parseQueryText(settled).filter).toEqual(filter);
  });

  const start = Date.UTC(2026, 10, 27);
  const accounts = [...DEMO_ACCOUNTS].filter(([token]) => token !== 'demo-huge');
  it.each(accounts)('or first line of an error finds its build in %s', (_, { contents }) => {
    for (const build of contents(7, start).builds) {
      if (typeof build.imageName !== 'string') continue;
      const texts = textsOf(build);
      for (const pasted of pastesOf(build)) {
        const { filter } = parseQueryText(pasted);
        const lost = filter.filter(
          (term) =>
            term.kind !== 'free' ||
            term.not === texts.some((text) => foldCase(text).includes(foldCase(term.text))),
        );
        expect([pasted, lost]).toEqual([pasted, []]);
        if (pasted.trim() !== '') expect([pasted, filter.length > 0]).toEqual([pasted, true]);
      }
    }
  });
});

type Read = Pick<Build, 'imageName' | 'imageTag'> & { readonly artifacts?: unknown };

function errorsOf({ artifacts }: Partial<Read>): string[] {
  if (!Array.isArray(artifacts)) return [];
  return artifacts.flatMap((one: { readonly errorMessage?: unknown } | null) =>
    typeof one?.errorMessage === 'string' ? [one.errorMessage] : [],
  );
}

function textsOf(build: Partial<Read>): string[] {
  return [`${build.imageName}:${build.imageTag}`, ...errorsOf(build)];
}

function pastesOf(build: Partial<Read>): string[] {
  const lines = errorsOf(build).flatMap((error) => error.split(/\r?\n/).slice(0, 1));
  return [`${build.imageName}`, `${build.imageName}:${build.imageTag}`, ...lines];
}
