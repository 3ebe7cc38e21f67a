import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { findViolations } from './support/axe.ts';
import { expect, openAs, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

const focusedRow = (page: Page) => page.locator('[data-row]:focus');
const rowAt = (page: Page, position: number) =>
  page.locator(`[data-row][aria-rowindex="${position + 2}"]`);
const said = (page: Page) => page.getByRole('status', { name: 'Confirmations' });

/** The builds in the order shown, newest first. */
const newestFirst = (builds: readonly Build[]) =>
  [...builds].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-write']);
});

async function goToFirstRow(page: Page): Promise<void> {
  await waitUntilHears(page);
  await page.keyboard.press('j');
  await expect(rowAt(page, 0)).toBeFocused();
}

test('walks thousands of rows by keys alone', async ({ page, account }) => {
  account.fill(3000);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await page.locator('body').click({ position: { x: 600, y: 5 } });
  await goToFirstRow(page);
  await page.keyboard.press('End');
  await expect(rowAt(page, 2999)).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(focusedRow(page)).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(rowAt(page, 0)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowAt(page, 0)).toHaveClass(/bg-hover/);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/$/);
  await page.keyboard.press('j');
  await expect(rowAt(page, 1)).toBeFocused();
});

test('goes from failure to failure and copies what failed', async ({ page, account }) => {
  const builds = newestFirst(account.fill(300));
  const failures = builds.filter(
    (build) =>
      build.status === 'FAILED' || build.artifacts?.some((artifact) => artifact.errorMessage),
  );
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await goToFirstRow(page);
  // The first row may be a failure itself: it comes last.
  const ahead = failures.filter((failure) => failure !== builds[0]);
  for (const failure of ahead.slice(0, 5)) {
    await page.keyboard.press('n');
    await expect(focusedRow(page)).toHaveAttribute('data-row', failure.id);
  }
  await page.keyboard.press('p');
  await expect(focusedRow(page)).toHaveAttribute('data-row', ahead[3]?.id ?? '');
  await page.keyboard.press('l');
  await expect(said(page)).toContainText('Copied the link');
  await page.keyboard.press('.');
  await expect(page).toHaveURL(/status=/);
  await expect(focusedRow(page)).toHaveAttribute('data-row', ahead[3]?.id ?? '');
});

test('copies the link of a build, which can be pasted', async ({ page, account }) => {
  const [newest] = newestFirst(account.fill(30));
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await goToFirstRow(page);
  await page.keyboard.press('l');
  await expect(said(page)).toContainText('Copied the link of');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^Find a view/ });
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+v');
  await expect(field).toHaveValue(new URL(`/?open=${newest?.id}`, page.url()).href);
});

test('types in the search and comes back to the rows', async ({ page, account }) => {
  account.fill(300);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await goToFirstRow(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('status:failed ');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(focusedRow(page)).toHaveCount(1);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/\/$/);
});

test('lists the keys, and switches single ones off', async ({ page, account }) => {
  account.fill(30);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await goToFirstRow(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  const violations = await findViolations(page, 'dialog');
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(rowAt(page, 0)).toBeFocused();
  await page.keyboard.press('?');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).press(' ');
  await page.mouse.click(5, 5);
  await expect(sheet).toBeHidden();
  await page.reload();
  await waitUntilComplete(page);
  await waitUntilHears(page);
  await page.keyboard.press('j');
  await expect(focusedRow(page)).toHaveCount(0);
});

test('finds a build by the palette', async ({ page, account }) => {
  const builds = newestFirst(account.fill(3000));
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await goToFirstRow(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^Find a view/ });
  await expect(field).toBeFocused();
  await page.keyboard.type('swe');
  const violations = await findViolations(page, 'dialog');
  expect(violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(rowAt(page, 0)).toBeFocused();
  await page.keyboard.press('Control+k');
  const wanted = builds[1500];
  await field.fill(wanted?.id ?? '');
  await page.keyboard.press('Enter');
  await expect(focusedRow(page)).toHaveAttribute('data-row', wanted?.id ?? '');
  await expect(focusedRow(page)).toBeInViewport();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(field).toBeHidden();
});

test('selects by keys', async ({ page, account }) => {
  account.fill(30);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await goToFirstRow(page);
  await page.keyboard.press('x');
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(said(page)).toHaveText('5 builds selected.');
  await page.keyboard.press('Escape');
  await expect(said(page)).toHaveText('Nothing is selected any more.');
});

test('finds every command of the page in the palette, and does it', async ({ page, account }) => {
  account.fill(30);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await goToFirstRow(page);
  const field = page.getByRole('combobox', { name: /^Find a view/ });
  const find = async (typed: string) => {
    await page.keyboard.press('Control+k');
    await field.fill(typed);
  };
  const command = (name: string) =>
    page.getByRole('group', { name: 'Commands' }).getByRole('option', { name });
  await page.keyboard.press('Control+k');
  for (const name of [
    'Refresh',
    'Pause checking for changes',
    'Clear the filter',
    'Copy link to this view',
    'Export: Download CSV',
    'Export: Copy as incident',
    'Columns and display',
    'Views: Import views…',
    'Theme: dark',
    'Print',
    'Sign out',
    'Switch account: use another token',
    'Keyboard shortcuts',
  ]) {
    await expect(command(name)).toHaveCount(1);
  }
  await page.keyboard.press('Escape');

  const coming = page.waitForEvent('download');
  await find('download csv');
  await page.keyboard.press('Enter');
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
  await find('columns');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Keep a copy on this device' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Failed/ }).click();
  await find('save view');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /save/i })).toBeVisible();
  await page.keyboard.press('Escape');
  await find('switch account');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeFocused();
});

test('tells what can be typed, what the lenses say and what is stored, and shows it', async ({
  page,
  account,
}) => {
  account.fill(40);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await goToFirstRow(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const title of ['What the lenses say', 'What is stored where', 'What to type into']) {
    await sheet.getByText(title).click();
  }
  await expect(sheet.getByText('Sign out removes it').first()).toBeVisible();
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await findViolations(page)).toEqual([]);
  await sheet.getByRole('link', { name: 'status:failed created:24h' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page).toHaveURL(/\?status=FAILED&created=24h$/);
});
