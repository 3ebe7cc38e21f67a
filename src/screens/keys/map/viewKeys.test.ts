import { expect, it } from 'vitest';
import { BUILT_IN_VIEWS } from '../../../views/saved/SavedViews.ts';
import { keysOfView, VIEW_KEYS, viewForKey } from './viewKeys.ts';

const own = Array.from({ length: 11 }, (_, at) => ({
  name: `Own ${at + 1}`,
  search: `?tag=${at}`,
}));
const views = [...BUILT_IN_VIEWS, ...own];

it('has a letter for each built-in view', () => {
  expect(VIEW_KEYS.map(({ name }) => name)).toEqual(BUILT_IN_VIEWS.map(({ name }) => name));
  for (const { key, name } of VIEW_KEYS) expect(viewForKey(views, key)?.name).toBe(name);
});

it('counts the own views from 1', () => {
  expect(viewForKey(views, 1)?.name).toBe('Own 1');
  expect(viewForKey(views, 9)?.name).toBe('Own 9');
  expect(viewForKey(BUILT_IN_VIEWS, 1)).toBeUndefined();
});

it('says the keys of a view, where it has any', () => {
  expect(views.map((view) => keysOfView(views, view))).toEqual([
    'g a',
    'g v',
    'g f',
    'g s',
    'g t',
    ...Array.from({ length: 9 }, (_, at) => `g ${at + 1}`),
    null,
    null,
  ]);
});
