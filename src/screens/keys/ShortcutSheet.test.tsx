// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { setSingleKeys, singleKeysOn } from './map/singleKeys.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';

afterEach(() => {
  cleanup();
  setSingleKeys(true);
});

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Keys
      </button>
      {open && <ShortcutSheet onClose={() => setOpen(false)} />}
    </>
  );
}

async function open() {
  const user = userEvent.setup();
  render(<Page />);
  await user.click(screen.getByRole('button', { name: 'Keys' }));
  return { user, sheet: screen.getByRole('dialog', { name: 'Keyboard shortcuts' }) };
}

it('lists the keys in groups, each with what it does', async () => {
  const { sheet } = await open();
  const groups = within(sheet).getAllByRole('region');
  expect(groups.map((group) => within(group).getByRole('heading').textContent)).toEqual([
    'Move',
    'The build in focus',
    'An opened error',
    'Views',
    'The page',
  ]);
  const copies = within(sheet).getByText('Copy its error');
  expect(copies.previousElementSibling?.textContent).toBe('E');
  const views = within(sheet).getByText('Failed in the last 24 h');
  expect(views.previousElementSibling?.textContent).toBe('G then F');
});

it('takes the focus, and gives it back when closed by Escape or its button', async () => {
  const { user, sheet } = await open();
  expect(document.activeElement).toBe(within(sheet).getByRole('button', { name: 'Close' }));
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keys' }));
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('switches single keys off and marks what no longer works', async () => {
  const { user, sheet } = await open();
  const toggle = within(sheet).getByRole('switch', { name: 'Single-key shortcuts' });
  await user.click(toggle);
  expect(singleKeysOn()).toBe(false);
  expect(within(sheet).getByText('Refresh').textContent).toBe('Refresh (switched off)');
  expect(within(sheet).getByText('Open or close it').textContent).toBe('Open or close it');
  await user.click(toggle);
  expect(singleKeysOn()).toBe(true);
  expect(within(sheet).getByText('Refresh').textContent).toBe('Refresh');
});

it('says the version of the page, and where it is said what changed', async () => {
  const { sheet } = await open();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(sheet.textContent).toContain(`Image Builds ${version}`);
  const link = within(sheet).getByRole('link', { name: 'What changed' });
  expect(link.getAttribute('href')).toBe('/changes.txt');
});
