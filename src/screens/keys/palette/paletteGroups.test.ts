import { expect, it } from 'vitest';
import { BUILT_IN_VIEWS } from '../../../views/saved/SavedViews.ts';
import { build } from '../testing/builds.ts';
import { type Entry, keyOfEntry, type PaletteFacts, paletteGroups } from './paletteGroups.ts';

const run = () => {};
const FACTS: PaletteFacts = {
  typed: '',
  views: BUILT_IN_VIEWS,
  commands: [
    { name: 'Refresh', keys: 'r', run },
    { name: 'Sign out', run },
  ],
  images: [],
  builds: [],
  count: 0,
  recent: [],
};
const listed = (parts: Partial<PaletteFacts>) =>
  paletteGroups({ ...FACTS, ...parts }).map(({ name, entries }) => [name, entries.map(keyOfEntry)]);

it('lists views and commands while nothing is typed', () => {
  expect(listed({}).map(([name]) => name)).toEqual(['Views', 'Commands']);
});

it('lists what was picked lately first, and only there', () => {
  const signOut: Entry = { kind: 'command', command: { name: 'Sign out', run } };
  const recent: readonly Entry[] = [{ kind: 'build', build: build('b1'), words: [] }, signOut];
  expect(listed({ recent })).toEqual([
    ['Recent', ['build b1', 'command Sign out']],
    ['Views', BUILT_IN_VIEWS.map(({ name }) => `view ${name}`)],
    ['Commands', ['command Refresh']],
  ]);
});

it('lists what fits, the best first, in groups that are not empty', () => {
  const typed = 'a';
  expect(listed({ typed })[0]?.[1]?.slice(0, 2)).toEqual(['view All', 'view Active']);
  expect(listed({ typed: 'sign' })).toEqual([['Commands', ['command Sign out']]]);
  expect(listed({ typed: 'nothing like it' })).toEqual([]);
});

it('lists images, builds and a way to all of them', () => {
  const found = { images: ['app'], builds: [build('b1'), build('b2')], count: 312 };
  expect(listed({ typed: ' app ', ...found })).toEqual([
    ['Images', ['image app']],
    ['Builds', ['build b1', 'build b2']],
    ['Search', ['search app']],
  ]);
});
