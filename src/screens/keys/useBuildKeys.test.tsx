// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { textByHand } from '../../ui/clipboard/textByHand.ts';
import { parseView } from '../../views/address/parseView.ts';
import { parseQueryText } from '../../views/query/parseQueryText.ts';
import { BUILT_IN_VIEWS } from '../../views/saved/SavedViews.ts';
import { createAddress } from '../frame/view/address.ts';
import { AddressProvider } from '../frame/view/useView.ts';
import { setSingleKeys } from './map/singleKeys.ts';
import { artifact, build } from './testing/builds.ts';
import { fakeReplica } from './testing/fakeReplica.ts';
import { KeyScreen } from './testing/KeyScreen.tsx';

beforeEach(() => window.history.replaceState(null, '', '/'));
afterEach(() => {
  cleanup();
  setSingleKeys(true);
});

const failed = { status: 'FAILED', artifacts: [artifact({ errorMessage: 'no space left' })] };
const BUILDS: readonly Build[] = [
  build('b0', {}, 0),
  build('b1', failed, 1),
  build('b2', { imageName: 'base' }, 2),
  build('b3', { status: 'CANCELLED' }, 3),
  build('b4', { artifacts: [artifact({ errorMessage: 'late', fullImagePath: 'p/app' })] }, 4),
  build('b5', { imageName: 'base' }, 5),
];

const LENSES = [
  { lens: 'builds', label: 'Builds', key: 'b', Component: () => null },
  { lens: 'errors', label: 'Errors', key: 'e', Component: () => null },
] as const;

function open(builds = BUILDS, enabled = true) {
  const calls = {
    goToView: vi.fn(),
    openSheet: vi.fn(),
    openPalette: vi.fn(),
    refresh: vi.fn(),
  };
  const replica = fakeReplica(builds, { refresh: calls.refresh });
  const views = [...BUILT_IN_VIEWS, { name: 'Mine', search: '?tag=v1' }];
  const user = userEvent.setup();
  render(
    <AddressProvider value={createAddress(window)}>
      <KeyScreen replica={replica} views={views} lenses={LENSES} enabled={enabled} {...calls} />
    </AddressProvider>,
  );
  return { ...calls, user };
}

const focused = () => document.activeElement?.getAttribute('aria-label');
const said = () => screen.getByRole('status', { name: 'Confirmations' }).textContent;
const row = (id: string) => screen.getByRole('row', { name: id });
const tickedRows = () =>
  screen.queryAllByRole('row', { selected: true }).map((each) => each.dataset['row']);
const filter = () => parseView(window.location.search).filter;

describe('moving', () => {
  it('walks rows by letters from anywhere and by arrows, and stays within them', async () => {
    const { user } = open();
    await user.keyboard('j');
    expect(focused()).toBe('b0');
    await user.keyboard('jj{ArrowDown}k{ArrowUp}');
    expect(focused()).toBe('b1');
    await user.keyboard('{End}j');
    expect(focused()).toBe('b5');
    await user.keyboard('{Home}k{PageDown}');
    expect(focused()).toBe('b5');
    await user.keyboard('{PageUp}');
    expect(focused()).toBe('b0');
  });

  it('begins with an arrow when nothing has the focus', async () => {
    const { user } = open();
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('b0');
  });

  it('goes from failure to failure and says when it went round', async () => {
    const { user } = open();
    await user.keyboard('n');
    expect(focused()).toBe('b1');
    await user.keyboard('n');
    expect(focused()).toBe('b4');
    expect(said()).toBe('');
    await user.keyboard('n');
    expect(focused()).toBe('b1');
    expect(said()).toBe('Went on from the top.');
    await user.keyboard('p');
    expect(focused()).toBe('b4');
    expect(said()).toBe('Went on from the bottom.');
  });

  it('says when there is no other failure, or none', async () => {
    const { user } = open([build('b1', failed)]);
    await user.keyboard('nn');
    expect(said()).toBe('This is the only failure among these rows.');
    cleanup();
    await open([build('b2')]).user.keyboard('n');
    expect(said()).toBe('No failure among these rows.');
  });
});

describe('opening', () => {
  it('opens and closes the row in focus by Enter and by Space', async () => {
    const { user } = open();
    await user.keyboard('j{Enter}');
    expect(row('b0').getAttribute('aria-expanded')).toBe('true');
    await user.keyboard(' ');
    expect(row('b0').getAttribute('aria-expanded')).toBe('false');
  });

  it('leaves Enter on a button to the button', async () => {
    const { user } = open();
    screen.getByRole('button', { name: 'Button of b2' }).focus();
    await user.keyboard('{Enter}');
    expect(row('b2').getAttribute('aria-expanded')).toBe('false');
  });

  it('opens once while a key is held', async () => {
    const { user } = open();
    await user.keyboard('j');
    fireEvent.keyDown(row('b0'), { key: 'Enter' });
    expect(fireEvent.keyDown(row('b0'), { key: 'Enter', repeat: true })).toBe(false);
    expect(row('b0').getAttribute('aria-expanded')).toBe('true');
  });

  it('closes by Escape from inside and has the row again', async () => {
    const { user } = open();
    await user.keyboard('j{Enter}');
    screen.getByRole('button', { name: 'Button of b0' }).focus();
    await user.keyboard('{Escape}');
    expect(row('b0').getAttribute('aria-expanded')).toBe('false');
    expect(focused()).toBe('b0');
  });

  it('shows a build that was asked for by its id', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Show b3' }));
    expect(row('b3').getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toBe('b3');
  });
});

describe('copying', () => {
  it('copies the error, the image path and the link, and says of which build', async () => {
    const { user } = open();
    await user.keyboard('jjjjje');
    await waitFor(() => expect(said()).toBe('Copied the error of app:v1'));
    expect(await navigator.clipboard.readText()).toBe('late');
    await user.keyboard('c');
    await waitFor(() => expect(said()).toBe('Copied the image path of app:v1'));
    expect(await navigator.clipboard.readText()).toBe('p/app');
    await user.keyboard('l');
    await waitFor(() => expect(said()).toBe('Copied the link of app:v1'));
    expect(await navigator.clipboard.readText()).toBe(`${window.location.origin}/?open=b4`);
  });

  it('says when there is nothing to copy', async () => {
    const { user } = open();
    await user.keyboard('e');
    expect(said()).toBe('Go to a build first.');
    await user.keyboard('je');
    expect(said()).toBe('app:v1 has no error.');
    await user.keyboard('c');
    expect(said()).toBe('app:v1 has no image path yet.');
  });

  it('copies the link of the view where no build has been gone to', async () => {
    window.history.replaceState(null, '', '/?status=FAILED');
    const { user } = open();
    await user.keyboard('l');
    await waitFor(() => expect(said()).toBe('Copied the link of this view'));
    expect(await navigator.clipboard.readText()).toBe(`${window.location.origin}/?status=FAILED`);
  });

  it('offers the text in a field where the browser refuses', async () => {
    const { user } = open();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('No.'));
    await user.keyboard('ne');
    await waitFor(() =>
      expect(textByHand()).toEqual({ text: 'no space left', what: 'the error of app:v1' }),
    );
    expect(said()).not.toContain('Copied the error');
  });
});

describe('selecting', () => {
  it('selects one, a range from it, and lets all go by Escape', async () => {
    const { user } = open();
    await user.keyboard('jjx');
    expect(tickedRows()).toEqual(['b1']);
    await user.keyboard('jjj{Shift>}X{/Shift}');
    expect(tickedRows()).toEqual(['b1', 'b2', 'b3', 'b4']);
    expect(said()).toBe('4 builds selected.');
    await user.keyboard('x');
    expect(tickedRows()).toEqual(['b1', 'b2', 'b3']);
    await user.keyboard('{Escape}');
    expect(tickedRows()).toEqual([]);
  });
});

describe('what was said of ticks', () => {
  it('is withdrawn once others are ticked', async () => {
    const { user } = open();
    await user.keyboard('jx{Escape}');
    expect(said()).toBe('Nothing is selected any more.');
    await user.click(screen.getByRole('button', { name: 'Tick all' }));
    expect(tickedRows()).toHaveLength(6);
    expect(said()).toBe('');
    await user.keyboard('x');
    expect(said()).toBe('5 builds selected.');
  });
});

describe('filtering', () => {
  it('keeps builds of the same status, and the focus on the row', async () => {
    const { user } = open();
    await user.keyboard('jj.');
    expect(filter()).toEqual(parseQueryText('status:failed').filter);
    expect(focused()).toBe('b1');
  });

  it('goes by the cell that has the focus', async () => {
    const { user } = open();
    screen.getByRole('button', { name: 'Button of b2' }).focus();
    await user.keyboard('.');
    expect(filter()).toEqual(parseQueryText('image:=base').filter);
  });

  it('leaves out with Alt, and goes to the first row that is left', async () => {
    const { user } = open();
    await user.keyboard('jj{Alt>}.{/Alt}');
    expect(screen.queryByRole('row', { name: 'b1' })).toBeNull();
    expect(focused()).toBe('b0');
  });
});

describe('views', () => {
  it('goes to a view by g and a key, built in or own', async () => {
    const { user, goToView } = open();
    await user.keyboard('g');
    expect(said()).toContain('f failed');
    await user.keyboard('f');
    expect(goToView).toHaveBeenLastCalledWith(
      expect.objectContaining({ name: 'Failed in the last 24 h' }),
    );
    expect(said()).toBe('View: Failed in the last 24 h');
    await user.keyboard('g1');
    expect(goToView).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'Mine' }));
    await user.keyboard('g2');
    expect(said()).toBe('You have no view 2 of your own.');
    expect(goToView).toHaveBeenCalledTimes(2);
  });

  it('goes to a lens by g and its letter, where there is one, and keeps the filter', async () => {
    window.history.replaceState(null, '', '/?status=FAILED&sort=image&open=b1');
    const { user } = open();
    await user.keyboard('g');
    expect(said()).toContain('your own; b builds, e errors.');
    await user.keyboard('i');
    expect(window.location.search).toBe('?status=FAILED&sort=image&open=b1');
    await user.keyboard('ge');
    expect(said()).toBe('Lens: Errors');
    expect(window.location.search).toBe('?lens=errors&status=FAILED');
    await user.keyboard('gb');
    expect(window.location.search).toBe('?status=FAILED');
  });

  it('leaves alone on other lenses what is done with builds', async () => {
    window.history.replaceState(null, '', '/?lens=errors');
    const { user } = open();
    await user.keyboard('jx');
    expect(tickedRows()).toEqual([]);
    expect(said()).toBe('This is for builds: g b goes to them.');
    await user.keyboard('.');
    expect(filter()).toEqual([]);
  });

  it('does nothing by another letter after g, and what it says by the next one', async () => {
    const { user, refresh } = open();
    await user.keyboard('gr');
    expect(refresh).not.toHaveBeenCalled();
    await user.keyboard('r');
    expect(refresh).toHaveBeenCalledOnce();
  });
});

describe('the search', () => {
  it('is gone to by a slash, typed in freely, and left by Escape', async () => {
    const { user, openSheet } = open();
    await user.keyboard('j/');
    expect(focused()).toBe('Search builds');
    await user.keyboard('jx?');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('jx?');
    expect(openSheet).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(focused()).toBe('b0');
    expect(tickedRows()).toEqual([]);
  });

  it('does not lose another field by Escape', async () => {
    const { user } = open();
    await user.click(screen.getByRole('textbox', { name: 'Name' }));
    await user.keyboard('{Escape}');
    expect(focused()).toBe('Name');
  });
});

describe('the sheet and the palette', () => {
  it('open by ? and by Control and K, the latter also from a field', async () => {
    const { user, openSheet, openPalette } = open();
    await user.keyboard('?');
    expect(openSheet).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('searchbox'));
    await user.keyboard('{Control>}k{/Control}');
    expect(openPalette).toHaveBeenCalledOnce();
  });
});

describe('another layout', () => {
  it('opens the palette by Ctrl+К, and does not filter by the key of the slash', () => {
    const { openPalette } = open();
    fireEvent.keyDown(document.body, { key: 'л', code: 'KeyK', ctrlKey: true });
    expect(openPalette).toHaveBeenCalledOnce();
    fireEvent.keyDown(document.body, { key: 'о', code: 'KeyJ' });
    expect(focused()).toBe('b0');
    fireEvent.keyDown(row('b0'), { key: '.', code: 'Slash' });
    expect(filter()).toEqual([]);
    expect(focused()).toBe('Search builds');
  });
});

describe('what keys leave alone', () => {
  it('keeps letters for others once single keys are switched off', async () => {
    const { user, refresh, openPalette } = open();
    act(() => setSingleKeys(false));
    await user.keyboard('rjx{Control>}k{/Control}');
    expect(refresh).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(document.body);
    expect(openPalette).toHaveBeenCalledOnce();
    row('b0').focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(row('b1').getAttribute('aria-expanded')).toBe('true');
  });

  it('does nothing with a key that was dealt with, nor while something else is due', async () => {
    const { refresh } = open();
    const stop = (event: Event) => event.preventDefault();
    document.body.addEventListener('keydown', stop);
    fireEvent.keyDown(document.body, { key: 'r' });
    document.body.removeEventListener('keydown', stop);
    expect(refresh).not.toHaveBeenCalled();
    cleanup();
    const asleep = open(BUILDS, false);
    await asleep.user.keyboard('r');
    expect(asleep.refresh).not.toHaveBeenCalled();
  });

  it('leaves to the browser what it does not need', () => {
    open([]);
    expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(true);
    expect(fireEvent.keyDown(document.body, { key: 'ArrowDown' })).toBe(true);
    expect(fireEvent.keyDown(document.body, { key: 'r' })).toBe(false);
  });
});
