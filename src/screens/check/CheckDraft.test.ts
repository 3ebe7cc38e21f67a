import { expect, it } from 'vitest';
import { CheckDraft } from './CheckDraft.ts';

it('reads a list in slices, and forgets the one before as soon as another comes', () => {
  const draft = new CheckDraft();
  let told = 0;
  draft.subscribe(() => {
    told += 1;
  });
  draft.read('a:1\nb:2', 'mine.txt');
  expect(draft.get()).toMatchObject({ name: 'mine.txt', list: null });
  draft.read('c:3');
  while (!draft.work(0)) {
    // Reads the rest.
  }
  expect(draft.get().list?.images).toEqual([{ name: 'c', tag: '3' }]);
  expect(draft.get().name).toBe('mine.txt');
  expect(told).toBe(3);
  draft.clear();
  expect(draft.get()).toMatchObject({ text: '', name: '' });
  expect(draft.get().list?.images).toEqual([]);
});

it('has nothing to read of an empty text', () => {
  const draft = new CheckDraft();
  draft.read(' \n');
  expect(draft.get().list?.images).toEqual([]);
  expect(draft.work(0)).toBe(true);
});
