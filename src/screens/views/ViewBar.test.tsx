// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import type { Replica } from '../../replica/createReplica.ts';
import type { ReplicaState } from '../../replica/ReplicaState.ts';
import { listOf } from '../../replica/testing/listOf.ts';
import { ReplicaProvider } from '../frame/list/usePageReplica.ts';
import { createAddress } from '../frame/view/address.ts';
import { AddressProvider } from '../frame/view/useView.ts';
import { createSavedViewsStore } from './saved/savedViewsStore.ts';
import { SavedViewsProvider } from './saved/useSavedViews.ts';
import { fakeBrowser } from './testing/fakeWindow.ts';
import { ViewBar } from './ViewBar.tsx';

const STATE = { completeness: 'complete', version: 1, loaded: 1, verifying: false };

beforeEach(() => {
  // The fake document has no popovers: their content is there all the time.
  Object.assign(HTMLElement.prototype, { hidePopover() {}, showPopover() {} });
});
afterEach(() => {
  cleanup();
  // What waits to be written to the address must not outlive the document.
  window.dispatchEvent(new Event('pagehide'));
  vi.useRealTimers();
});

/** The bar of a page at an address, with these views saved. */
function open(
  search = '',
  saved: readonly (readonly [string, string])[] = [],
  builds = [buildOf('a', { status: 'FAILED' })],
) {
  window.history.replaceState(null, '', `/${search}`);
  const address = createAddress(window);
  const browser = fakeBrowser();
  const views = createSavedViewsStore(browser.tab());
  for (const [name, address] of saved) {
    views.dispatch({ kind: 'save', name, search: address, now: Date.now() });
  }
  const { store, table } = listOf(builds);
  const page = (changes: Partial<ReplicaState>) => {
    const state = { ...STATE, ...changes } as ReplicaState;
    const replica = { table, getState: () => state, subscribe: () => () => {} } as unknown;
    return (
      <AddressProvider value={address}>
        <SavedViewsProvider value={views}>
          <ReplicaProvider value={replica as Replica}>
            <ViewBar />
          </ReplicaProvider>
        </SavedViewsProvider>
      </AddressProvider>
    );
  };
  const { rerender } = render(page({}));
  return {
    address,
    views,
    store,
    user: userEvent.setup(),
    show: (changes: Partial<ReplicaState>) => rerender(page(changes)),
    ownNames: () => views.get().state.own.map(({ name }) => name),
  };
}

const bar = () => screen.getByRole('navigation', { name: 'Views' });
const link = (name: string | RegExp) => within(bar()).getByRole('link', { name });
const currentLink = () =>
  within(bar())
    .queryAllByRole('link')
    .find((one) => one.getAttribute('aria-current') === 'page');
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const menuItem = (name: string) => screen.getByRole('menuitem', { name });

describe('the line of views', () => {
  it('shows the built-in views and the own ones, and which is open', () => {
    open('?tag=night', [['Nightly', '?tag=night']]);
    const links = within(bar()).getAllByRole('link');
    expect(links.map((one) => one.getAttribute('href'))).toEqual([
      '?',
      '?is=active',
      '?status=FAILED&created=24h',
      '?is=stalled',
      '?is=ended&ended=today',
      '?tag=night',
    ]);
    expect(currentLink()).toBe(link(/^Nightly/));
    expect(screen.queryByRole('button', { name: 'Save view' })).toBeNull();
  });

  it('counts what each has', async () => {
    open('?is=stalled', [['Failed', '?status=FAILED']]);
    expect(await within(bar()).findByRole('link', { name: 'All, 1 build' })).toBeTruthy();
    expect(link('Active, 0 builds')).toBeTruthy();
    expect(link('Failed, 1 build')).toBeTruthy();
  });

  it('shows no counts before there is something to count', async () => {
    const { show } = open();
    await within(bar()).findByRole('link', { name: 'All, 1 build' });
    show({ loaded: 0, completeness: 'loading' });
    expect(link('All')).toBeTruthy();
    show({ verifying: true });
    expect(link('All')).toBeTruthy();
  });

  it('opens a view by a plain click as a new entry, without the opened rows', async () => {
    const { address, user } = open('?open=a');
    const entries = window.history.length;
    await user.click(link(/^Active/));
    expect(address.get()).toBe('?is=active');
    expect(window.history.length).toBe(entries + 1);
    expect(currentLink()).toBe(link(/^Active/));
  });

  it('shows of two views that show the same the one opened last, by whatever way', () => {
    const { views } = open('?is=active', [['Mine', '?is=active']]);
    for (const name of ['Active', 'Mine']) {
      act(() => views.dispatch({ kind: 'open', name, now: Date.now() }));
      expect(currentLink()).toBe(link(new RegExp(`^${name}`)));
    }
  });

  it('leaves other clicks to the browser', () => {
    const { address } = open();
    for (const how of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...how });
      const untouched = vi.fn((each: Event) => expect(each.defaultPrevented).toBe(false));
      window.addEventListener('click', untouched, { once: true });
      fireEvent(link(/^Active/), event);
      expect(untouched).toHaveBeenCalledOnce();
    }
    expect(address.get()).toBe('');
  });

  it('marks a view with builds that came since it was left, and not one that is open', async () => {
    const { store, show, user } = open('', [['Broken', '?status=FAILED']]);
    await within(bar()).findByRole('link', { name: 'Broken, 1 build' });
    await user.click(link(/^Broken/));
    await user.click(link(/^Active/));
    // Half a millisecond on: after the view was left, and past by the time it is counted.
    const later = new Date().toISOString().replace('Z', '500Z');
    store.apply([buildOf('new', { status: 'FAILED', createdAt: later })], 2);
    show({ version: 2 });
    const marked = 'Broken, 2 builds, new since you last opened it';
    const broken = await within(bar()).findByRole('link', { name: marked });
    await user.click(broken);
    expect(link('Broken, 2 builds')).toBe(broken);
  });
});

describe('saving a view', () => {
  it('asks for a name, says why one cannot be had, and makes it a tab', async () => {
    const { user, views, address } = open('?tag=dev&open=a', [['Nightly', '?tag=night']]);
    await user.click(button('Save view'));
    const dialog = await screen.findByRole('dialog', { name: 'Save this view' });
    const field = within(dialog).getByRole('textbox', { name: 'Name' });
    expect(field).toHaveProperty('value', 'Tag is “dev”');
    await user.clear(field);
    await user.type(field, 'nightly{Enter}');
    expect(within(dialog).getByText('There is a view “Nightly” already.')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.clear(field);
    await user.type(field, 'Dev{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(views.get().state.own.at(-1)).toMatchObject({ name: 'Dev', search: '?tag=dev' });
    expect(currentLink()).toBe(link(/^Dev/));
    expect(address.get()).toBe('?tag=dev&open=a');
    expect(screen.queryByRole('button', { name: 'Save view' })).toBeNull();
  });

  it('saves nothing when it is cancelled, nor without a name', async () => {
    const { user, ownNames } = open('?tag=dev');
    await user.click(button('Save view'));
    await user.clear(await screen.findByRole('textbox', { name: 'Name' }));
    await user.click(button('Save'));
    expect(screen.getByText('A view needs a name.')).toBeTruthy();
    await user.click(button('Cancel'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(ownNames()).toEqual([]);
  });

  it('is offered by a shared link, under its name', async () => {
    const { user, address, ownNames } = open('?tag=dev&view=Dev');
    const offer = screen.getByRole('note');
    await user.click(within(offer).getByRole('button', { name: 'Save “Dev”' }));
    expect(ownNames()).toEqual(['Dev']);
    expect(address.get()).toBe('?tag=dev');
    expect(screen.queryByRole('note')).toBeNull();
    expect(document.activeElement).toBe(link(/^Dev/));
  });

  it('is not offered again once declined', async () => {
    const { user, address, ownNames } = open('?tag=dev&view=Dev');
    const entries = window.history.length;
    await user.click(button('Not now'));
    expect(screen.queryByRole('note')).toBeNull();
    expect(address.get()).toBe('?tag=dev');
    expect(window.history.length).toBe(entries);
    expect(ownNames()).toEqual([]);
  });
});

describe('the person’s own views', () => {
  it('are renamed', async () => {
    const { user, ownNames } = open('?tag=a', [['A', '?tag=a']]);
    await user.click(menuItem('Rename…'));
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(field);
    await user.type(field, 'Alpha{Enter}');
    expect(ownNames()).toEqual(['Alpha']);
    expect(currentLink()).toBe(link(/^Alpha/));
  });

  it('are deleted and come back by undo, which takes the focus to the tab', async () => {
    const { user, ownNames } = open('?tag=a', [
      ['A', '?tag=a'],
      ['B', '?tag=b'],
    ]);
    await user.click(menuItem('Delete'));
    expect(ownNames()).toEqual(['B']);
    await user.click(button('Undo'));
    expect(ownNames()).toEqual(['A', 'B']);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(document.activeElement).toBe(link(/^A,|^A$/));
  });

  it('can be brought back for ten seconds, longer while that has the focus', () => {
    vi.useFakeTimers();
    const { show } = open('?tag=a', [['A', '?tag=a']]);
    fireEvent.click(menuItem('Delete'));
    const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
    pass(9000);
    show({ version: 2 });
    pass(900);
    fireEvent.focus(button('Undo'));
    pass(60_000);
    fireEvent.blur(button('Undo'));
    pass(9999);
    expect(button('Undo')).toBeTruthy();
    pass(1);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('can no longer be brought back after the next thing is done', async () => {
    const { user, views } = open('?tag=a', [
      ['A', '?tag=a'],
      ['B', '?tag=b'],
    ]);
    await user.click(menuItem('Delete'));
    await user.click(link(/^B/));
    await user.click(menuItem('Open at start'));
    expect(views.get().state.defaultName).toBe('B');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('are imported from a file after a look at what it holds', async () => {
    const { user, ownNames } = open('', [['A', '?tag=a']]);
    await user.click(menuItem('Import views…'));
    const text = JSON.stringify([
      { name: 'A', search: '?tag=a' },
      { name: 'Web', url: 'https://x.test/?image=web' },
      { nonsense: 1 },
    ]);
    const dialog = await screen.findByRole('dialog', { name: 'Import views' });
    const field = within(dialog).getByLabelText('File of saved views (JSON)');
    await user.upload(field, new File([text], 'views.json', { type: 'application/json' }));
    expect(await within(dialog).findByText('Web')).toBeTruthy();
    expect(within(dialog).getByText(/View 3 has no name/)).toBeTruthy();
    expect(ownNames()).toEqual(['A']);
    await user.click(within(dialog).getByRole('button', { name: 'Add 1 view' }));
    expect(ownNames()).toEqual(['A', 'Web']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are exported as a file that can be imported', async () => {
    const { user } = open('', [['A', '?tag=a']]);
    const made = vi.spyOn(URL, 'createObjectURL');
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await user.click(menuItem('Export your views'));
    expect(names).toEqual(['image-builds-views.json']);
    const [file] = made.mock.lastCall ?? [];
    expect(JSON.parse(await (file as Blob).text()).views).toEqual([
      { name: 'A', search: '?tag=a' },
    ]);
  });
});
