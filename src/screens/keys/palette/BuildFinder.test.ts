import { expect, it } from 'vitest';
import { listOf } from '../../../replica/testing/listOf.ts';
import { artifact, build } from '../testing/builds.ts';
import { BuildFinder } from './BuildFinder.ts';

const many = Array.from({ length: 60 }, (_, at) =>
  build(`b${at}`, { imageName: `team/app-${at % 10}`, imageTag: `v${at}` }, at),
);
const { table } = listOf([
  ...many,
  build('odd', { imageName: 'base', artifacts: [artifact({ errorMessage: 'No space left' })] }, 99),
]);
const finder = new BuildFinder(table);
const find = (typed: string) => finder.find(typed);
const ids = (typed: string) => find(typed).rows.map((row) => table.id.at(row));

it('finds the newest twenty, and counts them all', () => {
  expect(ids('team')).toEqual(many.slice(0, 20).map(({ id }) => id));
  expect(find('team').count).toBe(60);
});

it('finds by each word, in whatever field', () => {
  expect(ids('app-3 v13')).toEqual(['b13']);
  expect(ids('SPACE base')).toEqual(['odd']);
});

it('puts the build first whose id was typed whole', () => {
  expect(ids(' b5 ')[0]).toBe('b5');
  const { table: last } = listOf([...many, build('team', {}, 500)]);
  const found = new BuildFinder(last).find('team');
  expect(found.rows.map((row) => last.id.at(row))[0]).toBe('team');
  expect(found.rows).toHaveLength(20);
});

it('names the images that hold what was typed, six at most, each once', () => {
  expect(find('app').images).toEqual([0, 1, 2, 3, 4, 5].map((at) => `team/app-${at}`));
  expect(find('app-7').images).toEqual(['team/app-7']);
  expect(find('space').images).toEqual([]);
});

it('finds a text as it is shown', () => {
  const own = new BuildFinder(listOf([build('b1', { imageName: 'cafe\u0301/ﬁle' })]).table);
  expect(own.find('CAFÉ file').images).toEqual(['cafe\u0301/ﬁle']);
});

it('finds nothing for nothing', () => {
  expect(find('  ')).toEqual({ rows: [], images: [], count: 0 });
  expect(find('nowhere').count).toBe(0);
});

it('finds what came, and no longer what went, while one types', () => {
  const { store: own, table: face } = listOf([build('b1', { imageName: 'first' })]);
  const held = new BuildFinder(face);
  expect(held.find('fi').images).toEqual(['first']);
  own.apply([build('b2', { imageName: 'final' }, 5)], 2);
  expect(held.find('fi').images).toEqual(['first', 'final']);
  own.remove(['b1'], 3);
  own.apply([build('b3', { imageName: 'fig' }, 9)], 3);
  expect(held.find('fi').images).toEqual(['final', 'fig']);
});
