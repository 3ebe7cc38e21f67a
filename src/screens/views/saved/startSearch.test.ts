import { expect, it } from 'vitest';
import { reduceSavedViews, type SavedViewsAction } from '../../../views/saved/reduceSavedViews.ts';
import { findSavedView, NO_SAVED_VIEWS } from '../../../views/saved/SavedViews.ts';
import { hrefOf, startSearch } from './startSearch.ts';

const after = (...actions: SavedViewsAction[]) => actions.reduce(reduceSavedViews, NO_SAVED_VIEWS);
const nightly: SavedViewsAction = { kind: 'save', name: 'Nightly', search: '?tag=night', now: 1 };
const saved = after(nightly, { kind: 'default', name: 'Nightly' });

it('opens the default view at an empty address', () => {
  expect(startSearch(saved, '', true)).toBe('?tag=night');
  expect(startSearch(after(nightly), '', true)).toBe('');
  expect(startSearch(after({ kind: 'default', name: 'active' }), '', true)).toBe('?is=active');
});

it('leaves an address that says something', () => {
  expect(startSearch(saved, '?status=FAILED', true)).toBe('?status=FAILED');
});

it('shows after a reload what was shown before', () => {
  expect(startSearch(saved, '', false)).toBe('');
});

it('drops the name of a view that is saved, and keeps one that is offered', () => {
  expect(startSearch(saved, '?tag=night&view=nightly', true)).toBe('?tag=night');
  expect(startSearch(saved, '?tag=night&open=a&view=%01', true)).toBe('?tag=night&open=a');
  expect(startSearch(saved, '?tag=dev&view=Dev', true)).toBe('?tag=dev&view=Dev');
});

it('links to each view so that a new tab shows it, whatever the default is', () => {
  for (const state of [saved, after(nightly)]) {
    for (const name of ['All', 'Active', 'Nightly']) {
      const view = findSavedView(state, name);
      if (view === undefined) throw new Error(`There is no ${name}.`);
      const href = hrefOf(state, view);
      expect(href.startsWith('/')).toBe(true);
      expect(startSearch(state, href.slice(1), true)).toBe(view.search);
    }
  }
});
