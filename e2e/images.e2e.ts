import type { Page } from '@playwright/test';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { pasted } from './support/pasted.ts';
import { expect, openList, test, waitUntilHears } from './support/test.ts';
import { walkLens } from './support/walkLens.ts';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** A build of an image that ended `hours` ago after five minutes. */
function ended(id: string, imageName: string, status: string, hours: number) {
  const fullImagePath = status === 'COMPLETED' ? `registry/${imageName}:${id}` : null;
  return buildOf(id, {
    imageName,
    imageTag: 'v1',
    status,
    createdAt: ago(hours + 1),
    startedAt: ago(hours + 1 / 12),
    completedAt: ago(hours),
    artifacts: [
      artifactOf(`${id}a`, {
        status,
        fullImagePath,
        createdAt: ago(hours + 1),
        completedAt: ago(hours),
      }),
    ],
  });
}

const BUILDS = [
  ...[90, 80, 70, 60].map((hours) => ended(`g${hours}`, 'web', 'COMPLETED', hours)),
  ended('f3', 'web', 'FAILED', 3),
  ended('f40', 'api', 'FAILED', 40),
  ended('g30', 'api', 'COMPLETED', 30),
  ended('f7', 'job', 'FAILED', 7),
  buildOf('run', {
    imageName: 'job',
    status: 'BUILDING',
    createdAt: ago(0.1),
    startedAt: ago(0.1),
    completedAt: null,
  }),
];

const table = (page: Page) => page.getByRole('table', { name: 'Images' });
const status = (page: Page) => page.getByRole('status').filter({ hasText: /images? of/ });
const images = (page: Page) => table(page).getByRole('button', { name: /^Show the image / });

async function openImages(page: Page, address = '/?lens=images') {
  await page.goto(address);
  await expect(status(page)).toHaveText('3 images of 9 builds');
  await expect(images(page)).toHaveCount(3);
}

test.use({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-write'] });
test.beforeEach(({ page, account }) => openList({ page, account }, BUILDS));

test('answers where the last good one of an image is, and since when it is broken', async ({
  page,
}) => {
  const lenses = page.getByRole('navigation', { name: 'Lenses' });
  await lenses.getByRole('link', { name: 'Images' }).click();
  await expect(status(page)).toHaveText('3 images of 9 builds');
  await expect(images(page).first()).toHaveAccessibleName('Show the image web');
  const web = table(page).locator('[data-row="web"]');
  await expect(web).toContainText('Broken');
  await expect(web).toContainText('3 h ago');
  await expect(web).toContainText('4 of 5');
  await web.getByRole('button', { name: 'Copy last good path of web' }).click();
  await expect.poll(() => pasted(page)).toBe('registry/web:g60');
  for (const header of ['Image', 'Success', 'Broken since', 'Median', 'Builds']) {
    await expect(table(page).getByRole('button', { name: header, exact: true })).toBeVisible();
  }
});

test('opens an image in place, with its paths, its tags and each of its last builds', async ({
  page,
}) => {
  await openImages(page);
  await images(page).first().click();
  await expect(page).toHaveURL(/lens=images&open=web$/);
  const paths = page.getByRole('region', { name: 'Last good paths' });
  await paths.getByRole('button', { name: 'Copy docker pull of Container image' }).click();
  await expect.poll(() => pasted(page)).toBe('docker pull registry/web:g60');
  await expect(page.getByText('1 of 1 tag broken')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.reload();
  await expect(status(page)).toHaveText('3 images of 9 builds');
  await expect(images(page).first()).toHaveAccessibleName('Show the image web');
  await expect(page.getByRole('button', { name: 'Order changed' })).toHaveCount(0);
  const last = page.getByRole('region', { name: 'Its last builds' });
  await expect(last.getByRole('link')).toHaveCount(5);
  await last.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/\?open=f3$/);
  await page.getByRole('link', { name: 'History of this image' }).click();
  await expect(page).toHaveURL(/lens=images&image==web$|image==web&lens=images$/);
  await expect(status(page)).toHaveText('1 image of 5 builds');
});

test('keeps the last good path and the rate whatever outcome is filtered', async ({ page }) => {
  await page.goto('/?lens=images&status=FAILED');
  await expect(status(page)).toHaveText('3 images of 3 builds');
  const web = table(page).locator('[data-row="web"]');
  await expect(web).toContainText('4 of 5');
  await expect(web.getByRole('button', { name: 'Copy last good path of web' })).toBeVisible();
  await images(page).first().click();
  await page.getByRole('link', { name: 'Show builds' }).click();
  await expect(page).toHaveURL(/status=FAILED&image==web$/);
  await expect(page.locator('[data-row]')).toHaveCount(1);
});

test('lists what is broken alone, and copies it to push it again', async ({ page }) => {
  await openImages(page);
  await expect(
    page.getByText('1 line for 1 build; left out: 1 good since, 1 being built again'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Copy name:tag list' }).click();
  await expect.poll(() => pasted(page)).toBe('web:v1\n');
  await page.getByRole('button', { name: 'Copy all last good paths' }).click();
  await expect.poll(() => pasted(page)).toBe('registry/web:g60\nregistry/api:g30\n');
  await page.goto('/?is=broken');
  await expect(page.locator('[data-row]')).toHaveCount(2);
  await page.goto('/?lens=images&is=broken');
  await expect(status(page)).toHaveText('2 images of 2 builds');
});

test('sorts images by a header, in the address, and Back undoes it', async ({ page }) => {
  await openImages(page);
  await table(page).getByRole('button', { name: 'Image', exact: true }).click();
  await expect(page).toHaveURL(/lens=images&sort=image$/);
  await expect(images(page).first()).toHaveAccessibleName('Show the image api');
  await page.goBack();
  await expect(page).toHaveURL(/lens=images$/);
  await expect(images(page).first()).toHaveAccessibleName('Show the image web');
});

test('keeps what is being read in its place when images change', async ({ page, account }) => {
  await openImages(page);
  await waitUntilHears(page);
  const read = table(page).locator('[data-row]').nth(1);
  const key = (await read.getAttribute('data-row')) ?? '';
  await read.hover();
  account.fill([...BUILDS, ended('new', 'new', 'FAILED', 0.01)]);
  await page.keyboard.press('r');
  await expect(status(page)).toHaveText('4 images of 10 builds');
  await expect(table(page).locator('[data-row]').nth(1)).toHaveAttribute('data-row', key);
});

test('shows images on a phone and to the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openImages(page);
  const opened = page.getByRole('region', { name: 'Last good paths' });
  await walkLens(page, { table: table(page), opened, key: 'i' });
});
