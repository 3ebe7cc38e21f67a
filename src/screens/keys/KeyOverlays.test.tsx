// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from '../../session/testing/fakeBrowser.ts';
import { signedIn } from '../../session/testing/sessions.ts';
import { SessionProvider } from '../../session/useSession.ts';
import { parseView } from '../../views/address/parseView.ts';
import { parseQueryText } from '../../views/query/parseQueryText.ts';
import { BUILT_IN_VIEWS } from '../../views/saved/SavedViews.ts';
import { ReplicaProvider } from '../frame/list/usePageReplica.ts';
import { createAddress } from '../frame/view/address.ts';
import { AddressProvider } from '../frame/view/useView.ts';
import { KeyOverlays, type Overlay } from './KeyOverlays.tsx';
import { setSingleKeys, singleKeysOn } from './map/singleKeys.ts';
import { forgetPicks } from './palette/recentPicks.ts';
import { artifact, build } from './testing/builds.ts';
import { fakeReplica } from './testing/fakeReplica.ts';

const SECRET = 'pit_0123456789abcdef';

// What is loaded when first opened: here ahead, so that no test waits for it.
beforeAll(() =>
  Promise.all([import('./palette/CommandPalette.tsx'), import('./ShortcutSheet.tsx')]),
);
beforeEach(() => window.history.replaceState(null, '', '/?status=FAILED'));
afterEach(() => {
  cleanup();
  forgetPicks();
  setSingleKeys(true);
});

const BUILDS = [
  ...Array.from({ length: 30 }, (_, at) =>
    build(`b${at}`, { imageName: `team/app-${at % 3}`, imageTag: `v${at}` }, at),
  ),
  build('odd', { imageName: 'base', artifacts: [artifact({ errorMessage: 'No space' })] }, 50),
];

function Page(given: {
  readonly run: () => void;
  readonly goToView: (view: { name: string }) => void;
  readonly showBuild: (id: string) => void;
}) {
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  return (
    <>
      <button type="button" onClick={() => setOverlay('palette')}>
        Find
      </button>
      <KeyOverlays
        open={overlay}
        onOpen={setOverlay}
        views={[...BUILT_IN_VIEWS, { name: 'Nightly', search: '?tag=nightly' }]}
        commands={[{ name: 'Refresh', keys: 'r', run: given.run }]}
        goToView={given.goToView}
        showBuild={given.showBuild}
      />
    </>
  );
}

async function open(replica = fakeReplica(BUILDS)) {
  const calls = {
    run: vi.fn(() => expect(screen.queryByRole('combobox')).toBeNull()),
    goToView: vi.fn(),
    showBuild: vi.fn(),
  };
  const session = await signedIn(fakeBrowser(), SECRET);
  const user = userEvent.setup();
  render(
    <AddressProvider value={createAddress(window)}>
      <ReplicaProvider value={replica}>
        <SessionProvider value={session}>
          <Page {...calls} />
        </SessionProvider>
      </ReplicaProvider>
    </AddressProvider>,
  );
  const reopen = async () => {
    await user.click(screen.getByRole('button', { name: 'Find' }));
    await screen.findByRole('combobox');
  };
  await reopen();
  return { user, reopen, ...calls };
}

const filter = () => parseView(window.location.search).filter;
const field = () => screen.getByRole<HTMLInputElement>('combobox');
const group = (name: string) => screen.getByRole('group', { name });
const options = (name: string) =>
  within(group(name))
    .getAllByRole('option')
    .map((option) => option.textContent);
const chosen = () => {
  const id = field().getAttribute('aria-activedescendant') ?? '';
  const option = document.getElementById(id);
  expect(option?.getAttribute('aria-selected')).toBe('true');
  expect(screen.getAllByRole('option', { selected: true })).toEqual([option]);
  return option?.textContent;
};

describe('the palette', () => {
  it('has one highlight for keys and pointer', async () => {
    const { user } = await open();
    const all = screen.getAllByRole('option');
    fireEvent.pointerMove(all[3] ?? document.body);
    expect(chosen()).toBe(all[3]?.textContent);
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toBe(all[4]?.textContent);
    expect(all.filter((option) => /hover:/.test(option.className))).toEqual([]);
  });

  it('leaves the keys of an input method to it', async () => {
    const { run, goToView } = await open();
    const before = chosen();
    for (const key of ['Enter', 'ArrowDown', 'Escape']) {
      fireEvent.keyDown(field(), { key, keyCode: 229 });
      fireEvent.keyDown(field(), { key, isComposing: true });
    }
    expect(chosen()).toBe(before);
    expect(run).not.toHaveBeenCalled();
    expect(goToView).not.toHaveBeenCalled();
  });

  it('is a combobox over a list of groups, with the focus in its field', async () => {
    await open();
    expect(screen.getByRole('dialog', { name: 'Command palette' })).toBeDefined();
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-expanded')).toBe('true');
    const list = screen.getByRole('listbox', { name: 'Results' });
    expect(field().getAttribute('aria-controls')).toBe(list.id);
    expect(within(list).getAllByRole('group')).toHaveLength(2);
    expect(chosen()).toContain('All');
  });

  it('chooses by arrows, round and round, and starts anew with each letter', async () => {
    const { user } = await open();
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toContain('Active');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(chosen()).toContain('Turn single-key shortcuts off');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toContain('Active');
    await user.keyboard('n');
    expect(chosen()).toContain('Nightly');
  });

  it('goes to a view by Enter, once it is gone itself', async () => {
    const { user, goToView } = await open();
    await user.keyboard('nigh{Enter}');
    expect(goToView).toHaveBeenCalledWith({ name: 'Nightly', search: '?tag=nightly' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Find' }));
  });

  it('runs a command by a click', async () => {
    const { user, run } = await open();
    await user.click(screen.getByRole('option', { name: /Refresh/ }));
    expect(run).toHaveBeenCalledOnce();
  });

  it('finds the newest twenty builds while one types, and opens one', async () => {
    const { user, showBuild } = await open();
    await user.keyboard('team');
    expect(options('Builds')).toHaveLength(20);
    expect(options('Images')).toHaveLength(3);
    expect(screen.getByText('24 results')).toBeDefined();
    await user.keyboard('{Control>}a{/Control}no space');
    expect(options('Builds')).toEqual([expect.stringContaining('base')]);
    await user.keyboard('{Enter}');
    expect(showBuild).toHaveBeenCalledWith('odd');
  });

  it('shows all builds of an image, or all that were found', async () => {
    const { user, reopen } = await open();
    await user.keyboard('app-1{Enter}');
    expect(filter()).toEqual(parseQueryText('image:=team/app-1').filter);
    await reopen();
    await user.keyboard('app team');
    expect(options('Search')).toEqual([expect.stringContaining('30 builds')]);
    await user.keyboard('{ArrowUp}{Enter}');
    expect(filter()).toEqual(parseQueryText('app team').filter);
  });

  it('lists what was picked lately first', async () => {
    const { user, reopen } = await open();
    await user.keyboard('b7{Enter}');
    await reopen();
    await user.keyboard('refr{Enter}');
    await reopen();
    expect(options('Recent').map((text) => text?.replace(/R$/, ''))).toEqual([
      'Refresh',
      expect.stringContaining('team/app-1:v7'),
    ]);
  });

  it('says when nothing is found, and keeps Enter from doing anything', async () => {
    const { user } = await open();
    await user.keyboard('nowhere{Enter}');
    expect(screen.getByText(/^Nothing by this name/)).toBeDefined();
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect(field().hasAttribute('aria-activedescendant')).toBe(false);
  });

  it('shows no build while the account is in doubt', async () => {
    const replica = fakeReplica(BUILDS);
    const doubted = { ...replica.getState(), verifying: true };
    const { user } = await open({ ...replica, getState: () => doubted });
    await user.keyboard('team');
    expect(screen.queryAllByRole('option')).toEqual([]);
  });

  it('takes no token for a search', async () => {
    const { user } = await open();
    await user.click(field());
    await user.paste(`x${SECRET}`);
    expect(field().value).toBe('');
    expect(screen.getByText(/^That is your API token/)).toBeDefined();
  });

  it('closes by Escape and gives the focus back', async () => {
    const { user } = await open();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Find' }));
  });

  it('leads to the sheet, and switches single keys', async () => {
    const { user, reopen } = await open();
    await user.keyboard('turn{Enter}');
    expect(singleKeysOn()).toBe(false);
    await reopen();
    await user.keyboard('turn');
    expect(options('Commands')).toEqual(['Turn single-key shortcuts on']);
    await user.keyboard('{Control>}a{/Control}keyboard{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeDefined();
  });
});
