import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { plainBuilds } from './support/listAnswer.ts';
import { restPointer } from './support/restPointer.ts';
import { expect, openAs, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

const MINUTE = 60_000;

const row = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);
const rows = (page: Page) => page.locator('[data-row]');

/** Where the rows in view stand, by key. */
const tops = (page: Page) =>
  page.getByRole('table', { name: 'Image builds' }).evaluate((table) => {
    const { top, bottom } = table.getBoundingClientRect();
    const seen = [...table.querySelectorAll('[data-row]')]
      .map((each) => ({
        key: each.getAttribute('data-row') ?? '',
        y: each.getBoundingClientRect(),
      }))
      .filter(({ y }) => y.bottom > top && y.top < bottom)
      .map(({ key, y }): [string, number] => [key, y.top]);
    return Object.fromEntries(seen);
  });

const became = (build: Build, status: string): Build => ({ ...build, status });

test('leaves every row in its place under the pointer, greyed and marked, until the person moves on', async ({
  page,
  account,
  servers,
}) => {
  const builds = account
    .fill(plainBuilds(30, 'app', Date.now() - 60 * MINUTE))
    .map((build) => became(build, 'BUILDING'));
  account.fill(builds);
  await openAs(page, account.token, '/?status=BUILDING');
  await waitUntilComplete(page);
  await waitUntilHears(page);
  await restPointer(page, row(page, 'app-5'));
  const before = await tops(page);

  const [first, second, third] = builds;
  if (!first || !second || !third) throw new Error('Too few builds were made.');
  const news = plainBuilds(2, 'new').map((build) => became(build, 'BUILDING'));
  servers.api.put(account.token, [became(first, 'FAILED'), became(second, 'CANCELLED'), ...news]);
  servers.api.remove(account.token, [third.id]);
  await page.keyboard.press('r');
  await expect(row(page, first.id)).toContainText('now failed');
  await expect(row(page, second.id)).toContainText('now cancelled');
  await expect(row(page, third.id)).toContainText('deleted');
  await expect(page.getByRole('button', { name: '2 new builds' })).toBeVisible();
  expect(await tops(page)).toEqual(before);
  // The count is that of the view; what only stays is not in it, nor in what is saved.
  await expect(page.getByRole('status').filter({ hasText: '29 of 31 builds' })).toBeVisible();

  await page.mouse.move(5, 5);
  await expect(row(page, first.id)).toHaveCount(0);
  await expect(row(page, third.id)).toHaveCount(0);
  await expect(rows(page).first()).toHaveAttribute('data-row', 'new-0');
  await expect(page.getByRole('button', { name: /new build/ })).toHaveCount(0);
});

test('leaves every row in its place while the keyboard is in them, and shows what waits when asked', async ({
  page,
  account,
  servers,
}) => {
  const builds = account.fill(plainBuilds(30, 'app', Date.now() - 60 * MINUTE));
  await openAs(page, account.token, '/?status=COMPLETED');
  await waitUntilComplete(page);
  await waitUntilHears(page);
  await row(page, 'app-1').focus();
  const before = await tops(page);

  const [first] = builds;
  if (!first) throw new Error('No build was made.');
  servers.api.put(account.token, [became(first, 'FAILED'), ...plainBuilds(3, 'new')]);
  await page.keyboard.press('r');
  await expect(row(page, first.id)).toContainText('now failed');
  expect(await tops(page)).toEqual(before);
  await expect(row(page, 'app-1')).toBeFocused();

  await page.getByRole('button', { name: '3 new builds' }).click();
  await expect(rows(page).first()).toHaveAttribute('data-row', 'new-0');
  await expect(row(page, first.id)).toHaveCount(0);
});

test('leaves what is under the pointer there when something above moves the whole table', async ({
  page,
  account,
}) => {
  account.fill(plainBuilds(200));
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await restPointer(page, row(page, 'app-9'));
  const before = await tops(page);
  // As a message above the rows does.
  await page.getByRole('table', { name: 'Image builds' }).evaluate((table) => {
    const message = document.createElement('div');
    message.style.cssText = 'height: 36px; flex: none';
    table.parentElement?.before(message);
  });
  await expect.poll(async () => (await tops(page))['app-9']).toBe(before['app-9']);
});
