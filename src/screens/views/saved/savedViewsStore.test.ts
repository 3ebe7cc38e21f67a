import { describe, expect, it, vi } from 'vitest';
import type { SavedViewsAction } from '../../../views/saved/reduceSavedViews.ts';
import { fakeBrowser, windowWithoutStorage } from '../testing/fakeWindow.ts';
import { SAVED_VIEWS_KEY, UNREAD_KEY } from './keptKeys.ts';
import { createSavedViewsStore } from './savedViewsStore.ts';

const save = (name: string, search = '?tag=x'): SavedViewsAction => ({
  kind: 'save',
  name,
  search,
  now: 1,
});
const namesOf = (store: ReturnType<typeof createSavedViewsStore>) =>
  store.get().state.own.map(({ name }) => name);

describe('the store of saved views', () => {
  it('keeps what is saved over a reload', () => {
    const browser = fakeBrowser();
    const before = createSavedViewsStore(browser.tab());
    before.dispatch(save('Nightly'));
    before.dispatch({ kind: 'default', name: 'Nightly' });
    const after = createSavedViewsStore(browser.tab());
    expect(after.get().state).toEqual(before.get().state);
    expect(after.get().state.defaultName).toBe('Nightly');
  });

  it('is the same in every tab, at once', () => {
    const browser = fakeBrowser();
    const [one, other] = [browser.tab(), browser.tab()].map((one) => createSavedViewsStore(one));
    const heard = vi.fn();
    other?.subscribe(heard);
    one?.dispatch(save('Nightly'));
    expect(other && namesOf(other)).toEqual(['Nightly']);
    expect(heard).toHaveBeenCalledTimes(1);
    other?.dispatch(save('GPU'));
    expect(one && namesOf(one)).toEqual(['Nightly', 'GPU']);
  });

  it('names the view that was opened or saved last, in its own tab alone', () => {
    const browser = fakeBrowser();
    const [one, other] = [browser.tab(), browser.tab()].map((one) => createSavedViewsStore(one));
    one?.dispatch(save('Nightly'));
    expect(one?.get().chosen).toBe('Nightly');
    one?.dispatch({ kind: 'open', name: 'All', now: 2 });
    one?.dispatch({ kind: 'open', name: 'Nowhere', now: 3 });
    expect(one?.get().chosen).toBe('All');
    expect(other?.get().chosen).toBeNull();
  });

  it('does not write over what another tab saved unheard', () => {
    const browser = fakeBrowser();
    const one = createSavedViewsStore({ ...browser.tab(), addEventListener: () => undefined });
    createSavedViewsStore(browser.tab()).dispatch(save('Nightly'));
    expect(namesOf(one)).toEqual([]);
    one.dispatch(save('GPU'));
    expect(namesOf(one)).toEqual(['Nightly', 'GPU']);
  });

  it('lets a deletion be undone after another tab has saved', () => {
    const browser = fakeBrowser();
    const store = createSavedViewsStore(browser.tab());
    store.dispatch(save('Nightly'));
    store.dispatch({ kind: 'delete', name: 'Nightly' });
    createSavedViewsStore(browser.tab()).dispatch(save('GPU'));
    store.dispatch({ kind: 'undo' });
    expect(namesOf(store)).toEqual(['Nightly', 'GPU']);
  });

  it('works in memory where storage is switched off, and says so once something is saved', () => {
    const store = createSavedViewsStore(windowWithoutStorage());
    store.dispatch({ kind: 'open', name: 'All', now: 1 });
    expect(store.get().problem).toBeNull();
    store.dispatch(save('Nightly'));
    store.dispatch(save('GPU'));
    expect(namesOf(store)).toEqual(['Nightly', 'GPU']);
    expect(store.get().problem).toContain('until the page is closed');
    store.dismissProblem();
    expect(store.get().problem).toBeNull();
    expect(namesOf(store)).toEqual(['Nightly', 'GPU']);
  });

  it('works in memory where storage is full, and keeps what was kept', () => {
    const browser = fakeBrowser();
    createSavedViewsStore(browser.tab()).dispatch(save('Nightly'));
    const store = createSavedViewsStore(
      browser.tab(() => {
        throw new DOMException('Full.', 'QuotaExceededError');
      }),
    );
    store.dispatch(save('GPU'));
    store.dispatch(save('Web'));
    expect(namesOf(store)).toEqual(['Nightly', 'GPU', 'Web']);
    expect(store.get().problem).toContain('keeps nothing more');
    expect(namesOf(createSavedViewsStore(browser.tab()))).toEqual(['Nightly']);
  });

  it('survives a broken text and sets it aside before it is written over', () => {
    for (const broken of ['{"views":[{"na', 'null', '{"version":99,"views":[{"name":"A"}]}']) {
      const browser = fakeBrowser({ [SAVED_VIEWS_KEY]: broken });
      const store = createSavedViewsStore(browser.tab());
      expect(namesOf(store)).toEqual([]);
      expect(store.get().problem).toContain('could be read');
      store.dispatch(save('Nightly'));
      expect(store.get().problem).toBeNull();
      expect(browser.entries.get(UNREAD_KEY)).toBe(broken);
      expect(namesOf(createSavedViewsStore(browser.tab()))).toEqual(['Nightly']);
    }
  });

  it('tells no one of an action that changes nothing', () => {
    const browser = fakeBrowser();
    const store = createSavedViewsStore(browser.tab());
    const heard = vi.fn();
    store.subscribe(heard);
    store.dispatch({ kind: 'delete', name: 'All' });
    expect(heard).not.toHaveBeenCalled();
    expect(browser.entries.size).toBe(0);
  });
});
