import type { Page } from '@playwright/test';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { expect, openList, test, waitUntilHears } from './support/test.ts';
import { walkLens } from './support/walkLens.ts';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** A build of an image that failed with a text, `hours` ago. */
const failed = (id: string, imageName: string, errorMessage: string | null, hours: number) =>
  buildOf(id, {
    imageName,
    status: 'FAILED',
    createdAt: ago(hours),
    completedAt: ago(hours),
    artifacts: [
      artifactOf(`${id}a`, {
        status: 'FAILED',
        errorMessage,
        createdAt: ago(hours),
        completedAt: ago(hours),
      }),
    ],
  });

const pip = (name: string) =>
  `Collecting ${name}\nERROR: No matching distribution found for ${name}\nmake: *** [all] Error 1`;

const BUILDS = [
  failed('f1', 'web', pip('torch==2.9.9'), 3),
  failed('f2', 'api', pip('django==9.1'), 30),
  failed('f3', 'api', 'write /data/part-0003.bin: no space left on device', 5),
  failed('f4', 'job', null, 7),
  buildOf('good', { createdAt: ago(1000), completedAt: ago(999) }),
];

const table = (page: Page) => page.getByRole('table', { name: 'Error groups' });
const status = (page: Page) => page.getByRole('status').filter({ hasText: 'failed artifact' });
const groups = (page: Page) => table(page).getByRole('button', { name: /^Show the group / });

async function openErrors(page: Page) {
  await page.goto('/?lens=errors');
  await expect(status(page)).toHaveText('3 causes of 4 failed artifacts');
}

test.use({ viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page, account }) => openList({ page, account }, BUILDS));

test('answers what broke, most common first, in one click', async ({ page }) => {
  await page
    .getByRole('navigation', { name: 'Lenses' })
    .getByRole('link', { name: 'Errors' })
    .click();
  await expect(page).toHaveURL(/\?lens=errors$/);
  await expect(status(page)).toHaveText('3 causes of 4 failed artifacts');
  await expect(groups(page).first()).toHaveAccessibleName(/pip/);
  await expect(table(page).getByText('no message')).toBeVisible();
  for (const header of ['Artifacts', 'Images', 'First seen', 'Last seen']) {
    await expect(table(page).getByRole('button', { name: header })).toBeVisible();
  }
});

test('opens a cause in place, with its newest example whole and why it is one', async ({
  page,
}) => {
  await openErrors(page);
  await groups(page).first().click();
  await expect(page).toHaveURL(/lens=errors&open=[0-9a-f]{16}/);
  await expect(page.getByRole('region', { name: 'Newest example' })).toContainText('torch==2.9.9');
  await expect(page.getByRole('region', { name: 'Error message' })).toContainText(
    'Collecting torch',
  );
  await page.getByText('Why grouped').click();
  await expect(page.getByText(/Line 2 of 3 was picked/)).toBeVisible();
  await page.getByRole('button', { name: 'Compare two examples' }).click();
  await expect(page.getByRole('region', { name: 'Example api:v1' }).locator('mark')).toHaveCount(2);
  expect(await findViolations(page)).toEqual([]);
});

test('leads to the builds of a cause, which the filter names and can exclude', async ({ page }) => {
  await openErrors(page);
  await expect(groups(page)).toHaveCount(3);
  await table(page).getByRole('link', { name: 'Show builds' }).first().click();
  await expect(page).toHaveURL(/\/\?cause=[0-9a-f]{16}$/);
  await expect(page.locator('[data-row]')).toHaveCount(2);
  const { search } = new URL(page.url());
  await page.goto(`/${search.replace('cause=', '-cause=')}`);
  await expect(page.locator('[data-row]')).toHaveCount(3);
  await page.goto(`/?lens=errors&${search.slice(1)}`);
  await expect(status(page)).toHaveText('1 cause of 2 failed artifacts');
});

test('sorts by a header, in the address, and Back undoes it', async ({ page }) => {
  await openErrors(page);
  await table(page).getByRole('button', { name: 'First seen' }).click();
  await expect(page).toHaveURL(/lens=errors&sort=-first/);
  await expect(groups(page).first()).toHaveAccessibleName(/no space left/);
  await page.goBack();
  await expect(page).toHaveURL(/lens=errors$/);
  await expect(groups(page).first()).toHaveAccessibleName(/pip/);
});

test('lists a muted cause last on this device, says so, and hears it again', async ({ page }) => {
  await openErrors(page);
  await groups(page).first().click();
  await page.getByRole('button', { name: 'Mute this cause' }).click();
  await expect(groups(page).last()).toHaveAccessibleName(/pip/);
  await expect(table(page).getByText('Muted', { exact: true })).toBeVisible();
  await page.reload();
  await expect(groups(page).last()).toHaveAccessibleName(/pip/);
  await page.getByRole('button', { name: 'Unmute this cause' }).click();
  await expect(groups(page).first()).toHaveAccessibleName(/pip/);
});

test('keeps what is being read in its place when causes change', async ({ page, account }) => {
  await openErrors(page);
  await expect(groups(page)).toHaveCount(3);
  await waitUntilHears(page);
  const read = table(page).locator('[data-row]').nth(1);
  const key = await read.getAttribute('data-row');
  await read.hover();
  const more = ['m1', 'm2', 'm3'].map((id) => failed(id, id, null, 0.01));
  account.fill([...BUILDS, ...more]);
  await page.keyboard.press('r');
  await expect(status(page)).toHaveText('3 causes of 7 failed artifacts');
  await expect(table(page).locator('[data-row]').nth(1)).toHaveAttribute('data-row', key ?? '');
});

test('fits a phone and the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openErrors(page);
  await expect(groups(page)).toHaveCount(3);
  const opened = page.getByRole('region', { name: 'Newest example' });
  await walkLens(page, { table: table(page), opened, key: 'e' });
});
