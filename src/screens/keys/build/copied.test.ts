import { describe, expect, it } from 'vitest';
import { artifact, build } from '../testing/builds.ts';
import { buildLink, errorOf, nameOf, pathOf } from './copied.ts';

describe('the error', () => {
  it('is copied whole, without terminal codes', () => {
    const errorMessage = '\u001b[31mno space\u001b[0m left\r\non device\n';
    const found = errorOf(build('b1', { artifacts: [artifact({ errorMessage })] }));
    expect(found).toEqual({ text: 'no space left\non device', what: 'the error' });
  });

  it('is each one once where artifacts have several', () => {
    const artifacts = ['one', 'two', 'one', '  '].map((errorMessage) => artifact({ errorMessage }));
    expect(errorOf(build('b1', { artifacts }))).toEqual({ text: 'one\n\ntwo', what: '2 errors' });
  });

  it('is none where nothing is known', () => {
    expect(errorOf(build('b1', { artifacts: null }))).toBeNull();
    expect(errorOf(build('b1', { artifacts: [artifact({ errorMessage: ' ' })] }))).toBeNull();
  });
});

describe('the image path', () => {
  const vm = artifact({ artifactType: 'VM_SANDBOX', fullImagePath: 'vm/app:v1' });
  const container = artifact({ fullImagePath: 'prime/app:v1' });

  it('is that of the container image, and says so where there is another', () => {
    expect(pathOf(build('b1', { artifacts: [vm, container] }))).toEqual({
      text: 'prime/app:v1',
      what: 'the container image path',
    });
    expect(pathOf(build('b1', { artifacts: [container, artifact()] }))?.what).toBe(
      'the image path',
    );
  });

  it('is that of the newest completed attempt where a type was built several times', () => {
    const attempts = (
      [
        ['p/old', 'COMPLETED', '2026-11-20T09:00:00'],
        ['p/new', 'COMPLETED', '2026-11-20T11:00:00+01:00'],
        ['p/broken', 'FAILED', '2026-11-20T12:00:00'],
      ] as const
    ).map(([fullImagePath, status, createdAt]) => artifact({ fullImagePath, status, createdAt }));
    for (const artifacts of [attempts, attempts.toReversed(), [vm, ...attempts]]) {
      expect(pathOf(build('b1', { artifacts }))).toEqual({
        text: 'p/new',
        what: 'the container image path',
      });
    }
    const [, , broken] = attempts;
    expect(pathOf(build('b1', { artifacts: broken ? [broken] : [] }))?.text).toBe('p/broken');
  });

  it('is the first one known otherwise, null without any', () => {
    expect(pathOf(build('b1', { artifacts: [artifact(), vm] }))).toEqual({
      text: 'vm/app:v1',
      what: 'the image path',
    });
    expect(pathOf(build('b1', { artifacts: [artifact()] }))).toBeNull();
    expect(pathOf(build('b1', { artifacts: null }))).toBeNull();
  });
});

it('links to a build by its id, whatever is in it', () => {
  const link = buildLink('a&b #1');
  expect(new URL(link, 'https://builds.test').searchParams.get('open')).toBe('a&b #1');
});

it('names a build in a sentence, cut and with what is hidden made visible', () => {
  expect(nameOf(build('b1'))).toBe('app:v1');
  expect(nameOf(build('b1', { imageName: '' }))).toBe('(no name):v1');
  expect(nameOf(build('b1', { imageName: 'a\u202eb' }))).toBe('a⟨U+202E⟩b:v1');
  expect(nameOf(build('b1', { imageName: 'x'.repeat(500) }))).toHaveLength(81);
});
