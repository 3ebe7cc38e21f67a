import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { characters } from '../../lib/testing/characters.ts';
import { ImageNames } from '../images/ImageNames.ts';
import { NOW } from '../testing/arbitraryBuilds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { checkList } from './checkList.ts';
import { parseImageList } from './parseImageList.ts';

const recent = new Date(NOW - 60_000).toISOString();

function check(text: string, store: TestStore) {
  const names = new ImageNames();
  names.facts(store.table);
  while (!names.work(8));
  return checkList(names.facts(store.table), parseImageList(text).images, NOW);
}

it('says of three images: good 1, failed 1, never built 1 (row 34)', () => {
  const store = new TestStore([
    buildOf('a', { imageName: 'one' }),
    buildOf('b', { imageName: 'two', status: 'FAILED' }),
    buildOf('c', { imageName: 'three', imageTag: 'v2' }),
  ]);
  const { images, counts } = check('one:v1\ntwo:v1\nthree:v1\n', store);
  expect(counts).toEqual({ good: 1, failed: 1, active: 0, never: 1 });
  expect(images.map((one) => one.state)).toEqual(['good', 'failed', 'never']);
  expect(images[1]?.row).toBe(store.table.rowOf('b'));
});

it('calls an image active that is being built again, and no stalled one', () => {
  const store = new TestStore([
    buildOf('a', { status: 'FAILED' }),
    buildOf('b', { status: 'BUILDING', createdAt: recent, completedAt: null }),
    buildOf('c', { imageName: 'old', status: 'BUILDING', createdAt: '2026-11-01T00:00:00Z' }),
  ]);
  expect(check('app:v1\nold:v1', store).counts).toMatchObject({ active: 1, never: 1 });
});

it.each([
  ['app:v1\r\n\n# a note\nother', ['app:v1', 'other:latest']],
  [
    'localhost:5000/app:v1\nlocalhost:5000/app',
    ['localhost:5000/app:v1', 'localhost:5000/app:latest'],
  ],
  ['{"image":"app","tag":"v1"}\n{"imageName":"b","imageTag":"v2"}', ['app:v1', 'b:v2']],
  ['[{"name":"app:v1"},{"name":"b","tag":"x"},"c:y"]', ['app:v1', 'b:x', 'c:y']],
  ['{"total_count":1,"data":[{"imageName":"app","imageTag":"v1"}]}', ['app:v1']],
  ['{"image":"app","tag":"v1"}', ['app:v1']],
])('reads the images of %j', (text, images) => {
  expect(parseImageList(text).images.map(({ name, tag }) => `${name}:${tag}`)).toEqual(images);
});

it('counts what is there twice, and shows what names no image', () => {
  expect(parseImageList('a:1\na:1\nnot an image\n:x')).toEqual({
    images: [{ name: 'a', tag: '1' }],
    repeated: 1,
    unreadable: ['not an image', ':x'],
    cut: false,
  });
});

it('never throws, whatever is pasted', () => {
  const text = fc.oneof(
    fc.string({ unit: characters }),
    fc.json(),
    fc.constant('{"a":[null,1,{}]}'),
  );
  fc.assert(
    fc.property(text, (pasted) => {
      const { images } = parseImageList(pasted);
      expect(images.every(({ name, tag }) => name !== '' && tag !== '')).toBe(true);
    }),
  );
});
