import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { makeBuilds } from '../src/local-api/makeBuilds.ts';
import { readDownload } from './support/readDownload.ts';
import { expect, openAs, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

const views = (page: Page) => page.getByRole('navigation', { name: 'Views' });
const tab = (page: Page, name: string | RegExp) => views(page).getByRole('link', { name });
const current = (page: Page) => views(page).locator('[aria-current=page]');
const count = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });
const query = (page: Page) => new URL(page.url()).search;

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'View options' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

const failedOf = (builds: readonly Build[]) =>
  builds.filter(({ status }) => status === 'FAILED').length;

/** A build that was created just now. */
function newBuild(parts: Partial<Build>): Build {
  const [build] = makeBuilds({ count: 1, seed: 8, now: Date.now(), days: 1 });
  if (build === undefined) throw new Error('No build was made.');
  return { ...build, createdAt: new Date().toISOString(), ...parts };
}

test('keeps a view under its name, with a live count, and shows it in other tabs', async ({
  page,
  context,
  account,
  servers,
}) => {
  const failed = failedOf(account.fill(200));
  await openAs(page, account.token, '/?status=FAILED');
  await waitUntilComplete(page);
  await saveAs(page, 'Broken');
  await expect(current(page)).toHaveAccessibleName(`Broken, ${failed} builds`);
  await page.reload();
  await expect(current(page)).toHaveAccessibleName(`Broken, ${failed} builds`);

  const other = await context.newPage();
  await other.goto('/');
  await expect(tab(other, `Broken, ${failed} builds`)).toBeVisible();
  servers.api.put(account.token, [newBuild({ status: 'FAILED' })]);
  await other.getByRole('button', { name: 'Refresh' }).click();
  await tab(other, `Broken, ${failed + 1} builds, new since you last opened it`).click();
  await expect(current(other)).toHaveAccessibleName(`Broken, ${failed + 1} builds`);
  await expect(count(other)).toHaveText(`${failed + 1} of 201 builds`);
});

test('renames and deletes a view in every tab, and takes the deletion back', async ({
  page,
  context,
  account,
}) => {
  account.fill(50);
  await openAs(page, account.token, '/?tag=latest');
  await waitUntilComplete(page);
  await saveAs(page, 'Newest');
  const other = await context.newPage();
  await other.goto('/');
  await expect(tab(other, /^Newest, /)).toBeVisible();

  await page.bringToFront();
  await choose(page, 'Rename…');
  const dialog = page.getByRole('dialog', { name: 'Rename “Newest”' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Latest');
  await dialog.getByRole('button', { name: 'Save' }).click();
  for (const each of [page, other]) {
    await expect(tab(each, /^Latest, /)).toBeVisible();
    await expect(tab(each, /^Newest/)).toHaveCount(0);
  }
  await choose(page, 'Delete');
  await expect(page.getByText('Deleted “Latest”')).toBeVisible();
  for (const each of [page, other]) await expect(tab(each, /^Latest/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const each of [page, other]) await expect(tab(each, /^Latest, /)).toBeVisible();
  await page.reload();
  await expect(current(page)).toHaveAccessibleName(/^Latest, /);
});

test('is offered to be saved by a shared link that names it, once', async ({ page, account }) => {
  account.fill(50);
  const link = '/?tag=latest&sort=image&view=Latest+by+name';
  await openAs(page, account.token, link);
  await waitUntilComplete(page);
  await page.getByRole('note').getByRole('button', { name: 'Save “Latest by name”' }).click();
  await expect(current(page)).toHaveAccessibleName(/^Latest by name, /);
  await expect.poll(() => query(page)).toBe('?tag=latest&sort=image');
  await page.goto(link);
  await expect(current(page)).toHaveAccessibleName(/^Latest by name, /);
  await expect(page.getByRole('note')).toHaveCount(0);
  await page.goto('/?is=ended&view=Done');
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect.poll(() => query(page)).toBe('?is=ended');
  await expect(tab(page, /^Done/)).toHaveCount(0);
});

test('gets the same views back from the file that they were exported to', async ({
  page,
  account,
}) => {
  account.fill(50);
  await openAs(page, account.token, '/?status=FAILED&error="no+space"&sort=-duration');
  await waitUntilComplete(page);
  await saveAs(page, 'Disks “full” & slow');
  await page.goto('/?-tag=latest&created=2026-11-01..2026-11-20');
  await saveAs(page, 'Older');
  const exported = async () => {
    const download = page.waitForEvent('download');
    await choose(page, 'Export your views');
    return readDownload(await download);
  };
  const file = await exported();
  expect(JSON.parse(file).views).toEqual([
    { name: 'Disks “full” & slow', search: '?status=FAILED&error=no+space&sort=-duration' },
    { name: 'Older', search: '?-tag=latest&created=2026-11-01..2026-11-20' },
  ]);

  for (const name of [/^Older/, /^Disks/]) {
    await tab(page, name).click();
    await choose(page, 'Delete');
    await expect(tab(page, name)).toHaveCount(0);
  }
  await choose(page, 'Import views…');
  const dialog = page.getByRole('dialog', { name: 'Import views' });
  await dialog.getByLabel('File of saved views (JSON)').setInputFiles({
    name: 'image-builds-views.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  });
  await expect(dialog.getByRole('listitem')).toHaveText(['Disks “full” & slow', 'Older']);
  await dialog.getByRole('button', { name: 'Add 2 views' }).click();
  await expect(tab(page, /^Older/)).toHaveAttribute(
    'href',
    '?-tag=latest&created=2026-11-01..2026-11-20',
  );
  expect(await exported()).toBe(file);
});

test('marks no view as new that was just opened by its keys', async ({
  page,
  account,
  servers,
}) => {
  account.fill(50);
  await openAs(page, account.token, '/?is=active&view=Mine');
  await waitUntilComplete(page);
  await page.getByRole('button', { name: 'Save “Mine”' }).click();
  await tab(page, /^All/).click();
  servers.api.put(account.token, [newBuild({ status: 'BUILDING' })]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(tab(page, /^Mine, .*new since you last opened it$/)).toBeVisible();
  await waitUntilHears(page);
  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await expect.poll(() => query(page)).toBe('?is=active');
  await expect(current(page)).toHaveAccessibleName(/^Mine, \d+ builds?$/);
  await tab(page, /^All/).click();
  await expect(tab(page, /^Mine, \d+ builds?$/)).toBeVisible();
});
