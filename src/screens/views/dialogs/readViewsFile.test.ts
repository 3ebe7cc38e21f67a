import { describe, expect, it } from 'vitest';
import { reduceSavedViews } from '../../../views/saved/reduceSavedViews.ts';
import { MOST_SAVED_VIEWS, NO_SAVED_VIEWS } from '../../../views/saved/SavedViews.ts';
import { printSavedViews } from '../../../views/saved/savedViewsFile.ts';
import { readViewsFile } from './readViewsFile.ts';

const withViews = (...views: { name: string; search: string }[]) =>
  reduceSavedViews(NO_SAVED_VIEWS, { kind: 'import', views });
const night = { name: 'Nightly', search: '?tag=night' };
const gpu = { name: 'GPU', search: '?q=cuda' };
const fileOf = (text: string) => new Blob([text]);

describe('a file of views', () => {
  it('brings what one does not have', async () => {
    const file = fileOf(printSavedViews(withViews(night, gpu), false));
    const found = await readViewsFile(file, withViews(night, { ...gpu, search: '?q=rocm' }));
    expect(found.added).toEqual(['GPU (2)']);
    expect(found.views.map(({ name }) => name)).toEqual(['Nightly', 'GPU']);
    expect(found.problems).toEqual([]);
  });

  it('says what could not be read and keeps the rest', async () => {
    const found = await readViewsFile(fileOf(JSON.stringify([night, { name: 7 }])), NO_SAVED_VIEWS);
    expect(found.added).toEqual(['Nightly']);
    expect(found.problems).toEqual(['View 2 has no name or no address and was left out.']);
  });

  it('is refused when it is something else, too large, or cannot be opened', async () => {
    expect((await readViewsFile(fileOf('<html>'), NO_SAVED_VIEWS)).problems).toHaveLength(1);
    const large = { size: 1e10 } as Blob;
    expect((await readViewsFile(large, NO_SAVED_VIEWS)).problems[0]).toContain('too large');
    const locked = { size: 1, text: () => Promise.reject(new Error('locked')) } as Partial<Blob>;
    const { problems } = await readViewsFile(locked as Blob, NO_SAVED_VIEWS);
    expect(problems).toEqual(['The browser could not read this file.']);
  });

  it('says when there is no room for all of it', async () => {
    const views = Array.from({ length: MOST_SAVED_VIEWS - 1 }, (_, number) => ({
      name: `v${number}`,
      search: `?tag=${number}`,
    }));
    const found = await readViewsFile(fileOf(JSON.stringify([night, gpu])), withViews(...views));
    expect(found.added).toEqual(['Nightly']);
    expect(found.problems).toEqual(['No more than 200 views are kept.']);
  });
});
