import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { characters } from '../../lib/testing/characters.ts';
import { ImageNames } from '../images/ImageNames.ts';
import { NOW } from '../testing/arbitraryBuilds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { checkList, ListCheck } from './ListCheck.ts';
import { ListReader, readList } from './ListReader.ts';

const recent = new Date(NOW - 60_000).toISOString();

function check(text: string, store: TestStore) {
  const names = new ImageNames();
  names.facts(store.table);
  while (!names.work(8));
  return checkList(names.facts(store.table), readList(text).images, NOW);
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
  expect(readList(text).images.map(({ name, tag }) => `${name}:${tag}`)).toEqual(images);
});

it('counts what is there twice, and shows what names no image', () => {
  expect(readList('a:1\na:1\nnot an image\n:x')).toEqual({
    places: new Map([['a:1', 0]]),
    images: [{ name: 'a', tag: '1' }],
    repeated: 1,
    unreadable: [
      { line: 3, text: 'not an image' },
      { line: 4, text: ':x' },
    ],
    cut: false,
  });
});

it.each([
  ['a:1\r\n\r\n# note\nno image\n', 4, 'no image'],
  ['[\n "a:1",\n {"image": "x y"},\n "b:2"\n]', 3, '{"image": "x y"}'],
  ['{"data": [\n{"name": "a"},\n{broken}\n]}', 3, '{broken}'],
  ['{"image":"a"}\n{"image":', 2, '{"image":'],
])('says on which line of %j no image is named', (text, line, said) => {
  expect(readList(text)).toMatchObject({ unreadable: [{ line, text: said }] });
});

it('reads strings with brackets, quotes and commas in them', () => {
  const odd = [{ image: 'a"],[{', tag: '\\' }, 'b:2', { name: 'c:3', more: [1, { x: ']' }] }];
  const { images, unreadable } = readList(JSON.stringify({ count: 3, data: odd }, null, 1));
  expect(unreadable).toEqual([]);
  expect(images).toEqual([
    { name: 'a"],[{', tag: '\\' },
    { name: 'b', tag: '2' },
    { name: 'c', tag: '3' },
  ]);
});

it('reads and checks 100,000 lines in slices', () => {
  const name = (at: number) => `set.task-${at}`;
  const text = Array.from({ length: 100_010 }, (_, at) => `${name(at)}:v1`).join('\n');
  const reader = new ListReader(text);
  let slices = 0;
  while (!reader.work(0)) slices += 1;
  expect(slices).toBeGreaterThan(1000);
  const { images, cut } = reader.list();
  expect({ images: images.length, cut }).toEqual({ images: 100_000, cut: true });
  const store = new TestStore([buildOf('a', { imageName: name(7) })]);
  const names = new ImageNames();
  names.facts(store.table);
  while (!names.work(8));
  const check = new ListCheck(names.facts(store.table), images, NOW);
  let turns = 0;
  while (!check.work(0)) turns += 1;
  expect(turns).toBeGreaterThan(1000);
  expect(check.result().counts).toEqual({ good: 1, failed: 0, active: 0, never: 99_999 });
});

it('never throws, whatever is pasted', () => {
  const text = fc.oneof(
    fc.string({ unit: characters }),
    fc.json(),
    fc.constant('{"a":[null,1,{}]}'),
  );
  fc.assert(
    fc.property(text, (pasted) => {
      const { images } = readList(pasted);
      expect(images.every(({ name, tag }) => name !== '' && tag !== '')).toBe(true);
    }),
  );
});
