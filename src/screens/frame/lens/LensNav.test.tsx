// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAddress } from '../view/address.ts';
import { AddressProvider } from '../view/useView.ts';
import type { Lens } from './Lens.ts';
// Loaded when first drawn: here it is there before.
import './LensMenu.tsx';
import { LensNav } from './LensNav.tsx';
import { LensesProvider } from './useLenses.ts';

beforeEach(() => {
  // The test's browser has no popovers.
  Object.assign(HTMLElement.prototype, { hidePopover() {}, showPopover() {} });
});
afterEach(cleanup);

const LENSES: readonly Lens[] = [
  { lens: 'builds', label: 'Builds', key: 'b', Component: () => null },
  { lens: 'errors', label: 'Errors', key: 'e', Component: () => null },
];

const WITH_WALL: readonly Lens[] = [
  ...LENSES,
  { lens: 'wall', label: 'Wall', key: 'w', Component: () => null, more: true },
];

function open(search: string, lenses = LENSES) {
  window.history.replaceState(null, '', `/${search}`);
  render(
    <AddressProvider value={createAddress(window)}>
      <LensesProvider value={lenses}>
        <LensNav />
      </LensesProvider>
    </AddressProvider>,
  );
  return userEvent.setup();
}

const links = () => within(screen.getByRole('navigation', { name: 'Lenses' })).getAllByRole('link');
const current = () =>
  links()
    .filter((link) => link.getAttribute('aria-current') === 'page')
    .map((link) => link.textContent);

it('lists the lenses there are as links, and says which is shown', () => {
  open('?lens=errors&status=FAILED');
  expect(links().map((link) => link.getAttribute('href'))).toEqual([
    '?status=FAILED',
    '?lens=errors&status=FAILED',
  ]);
  expect(current()).toEqual(['Errors']);
});

it('switches by an entry in the history that keeps the filter alone', async () => {
  const user = open('?status=FAILED&sort=image&open=b1');
  const before = window.history.length;
  await user.click(screen.getByRole('link', { name: 'Errors' }));
  expect(window.location.search).toBe('?lens=errors&status=FAILED');
  expect(window.history.length).toBe(before + 1);
  expect(current()).toEqual(['Errors']);
});

it('shows the first lens for one that there is not, and no choice where there is one alone', () => {
  open('?lens=images');
  expect(current()).toEqual(['Builds']);
  cleanup();
  open('', LENSES.slice(0, 1));
  expect(screen.queryByRole('navigation', { name: 'Lenses' })).toBeNull();
});

it('keeps lenses that are asked for less often behind a menu, named after the one shown', async () => {
  const user = open('?status=FAILED', WITH_WALL);
  expect(links().map((link) => link.textContent)).toEqual(['Builds', 'Errors']);
  await user.click(await screen.findByRole('button', { name: 'More lenses' }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Wall', hidden: true }));
  expect(window.location.search).toBe('?lens=wall&status=FAILED');
  expect(await screen.findByRole('button', { name: 'Lens: Wall' })).toBeDefined();
  expect(current()).toEqual([]);
});
