import { expect, it } from 'vitest';
import { BuildStore } from '../columns/BuildStore.ts';
import { fakeBuild } from '../testing/fakeApi.ts';
import { UsedWords } from './UsedWords.ts';

it('reads what words the builds have once for each version of the list', () => {
  const store = new BuildStore();
  const words = new UsedWords(store);
  const statuses = () =>
    [...words.now().statuses].flatMap((used, code) =>
      used === 1 ? [store.columns.statuses.at(code)] : [],
    );
  store.apply([fakeBuild(1, { status: 'BUILDING' })], 1);
  expect(statuses()).toEqual(['BUILDING']);
  expect(words.now()).toBe(words.now());
  store.apply([fakeBuild(1, { status: 'Paused' })], 2);
  expect(statuses()).toEqual(['Paused']);
});
