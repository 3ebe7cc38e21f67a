import type { Page } from '@playwright/test';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { pasted } from './support/pasted.ts';
import { expect, openAs, signIn, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const GOOD = buildOf('g', {
  imageName: 'web',
  artifacts: [artifactOf('ga', { fullImagePath: 'prime/ada/web:v1' })],
});
const FAILED = buildOf('f', {
  imageName: 'api',
  status: 'FAILED',
  artifacts: [
    artifactOf('fa', { status: 'FAILED', errorMessage: 'write /x: no space left on device' }),
  ],
});
const BUILDS = [GOOD, FAILED];
const LIST = 'web:v1\napi:v1\njob:v1\n';

const input = (page: Page) => page.getByRole('textbox', { name: 'Images to check' });
const table = (page: Page) => page.getByRole('table', { name: 'Images of the list' });
const sum = (page: Page) => page.getByRole('status').filter({ hasText: / of [\d,]+ images?$/ });

test.beforeEach(async ({ page, account, context }) => {
  await context.grantPermissions(['clipboard-write']);
  account.fill(BUILDS);
  await page.setViewportSize({ width: 1440, height: 900 });
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await waitUntilHears(page);
});

async function openCheck(page: Page) {
  await page
    .getByRole('navigation', { name: 'Lenses' })
    .getByRole('link', { name: 'Check' })
    .click();
  await expect(page).toHaveURL(/lens=check$/);
}

test('says of three images which is good, which failed and which was never built (row 34)', async ({
  page,
}) => {
  await openCheck(page);
  expect(await findViolations(page)).toEqual([]);
  await input(page).fill(LIST);
  await expect(sum(page)).toHaveText('1 good, 1 failed, 0 active, 1 never built of 3 images');
  await expect(table(page).locator('[data-row="web:v1"]')).toContainText('prime/ada/web:v1');
  await expect(table(page).locator('[data-row="api:v1"]')).toContainText('no space left');
  await expect(table(page).locator('[data-row="job:v1"]')).toContainText('never built');
  await page.getByRole('button', { name: 'Copy lines' }).click();
  await expect.poll(() => pasted(page)).toBe('api:v1\njob:v1\n');
  await page.getByRole('button', { name: 'Copy JSONL' }).click();
  await expect.poll(() => pasted(page)).toContain('{"image":"job","tag":"v1"}');
  const shown = page.getByRole('group', { name: 'Shown images' });
  await shown.getByRole('button', { name: 'Failed 1' }).click();
  await expect(table(page).locator('[data-row]')).toHaveCount(1);
  await table(page).getByRole('button', { name: 'Show the image api:v1' }).click();
  await expect(page.getByRole('link', { name: 'History of this image' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findViolations(page)).toEqual([]);
  }
});

test('keeps in the address which images of the list are shown, and Back undoes it', async ({
  page,
}) => {
  await openCheck(page);
  await input(page).fill(LIST);
  const shown = page.getByRole('group', { name: 'Shown images' });
  const images = table(page).locator('[data-row]');
  await expect(images).toHaveCount(3);
  for (const [state, button, image] of [
    ['good', 'Good 1', 'web:v1'],
    ['failed', 'Failed 1', 'api:v1'],
    ['never', 'Never built 1', 'job:v1'],
  ] as const) {
    await shown.getByRole('button', { name: button }).click();
    await expect(page).toHaveURL(new RegExp(`lens=check&show=${state}$`));
    await expect(images).toHaveCount(1);
    await expect(images).toHaveAttribute('data-row', image);
  }
  await shown.getByRole('button', { name: 'Active 0' }).click();
  await expect(page.getByText('No image of the list is active.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/show=failed$/);
  await expect(images).toHaveAttribute('data-row', 'api:v1');
  await page.goForward();
  await expect(images).toHaveAttribute('data-row', 'job:v1');
  await shown.getByRole('button', { name: 'Never built 1' }).click();
  await expect(page).toHaveURL(/lens=check$/);
  await expect(images).toHaveCount(3);
  await shown.getByRole('button', { name: 'Failed 1' }).click();
  await page.getByRole('button', { name: 'Copy link with this list' }).click();
  await expect.poll(() => pasted(page)).toContain('?lens=check&show=failed#images=');
  const link = await pasted(page);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(images).toHaveCount(1);
  await expect(images).toHaveAttribute('data-row', 'api:v1');
  await page.reload();
  await expect(page).toHaveURL(/lens=check&show=failed$/);
  await input(page).fill(LIST);
  await expect(shown.getByRole('button', { name: 'Failed 1' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(images).toHaveCount(1);
  await page
    .getByRole('navigation', { name: 'Lenses' })
    .getByRole('link', { name: 'Builds' })
    .click();
  await expect(page).not.toHaveURL(/show=/);
  await page.goto('/?show=failed');
  await expect(page.getByText('it belongs to lens=check')).toBeVisible();
});

test('says the lines that name no image, and keeps them', async ({ page }) => {
  await openCheck(page);
  await input(page).fill('web:v1\nno image here\n{"image":\n');
  await page.getByText('2 lines name no image: line 2, 3').click();
  await page.getByRole('button', { name: 'Copy these lines' }).click();
  await expect.poll(() => pasted(page)).toBe('no image here\n{"image":\n');
});

test('follows builds as they come, and moves nothing that is read', async ({ page, account }) => {
  await openCheck(page);
  await input(page).fill(LIST);
  await expect(sum(page)).toHaveText('1 good, 1 failed, 0 active, 1 never built of 3 images');
  const row = table(page).locator('[data-row="job:v1"]');
  await row.hover();
  const before = await row.boundingBox();
  const job = buildOf('j', {
    imageName: 'job',
    status: 'BUILDING',
    createdAt: ago(1),
    startedAt: ago(1),
    completedAt: null,
  });
  account.fill([...BUILDS, job]);
  await page.getByRole('button', { name: 'Refresh' }).press('Enter');
  await expect(sum(page)).toHaveText('1 good, 1 failed, 1 active, 0 never built of 3 images');
  expect(await row.boundingBox()).toEqual(before);
});

test('opens for a file that is dropped anywhere on the page', async ({ page }) => {
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    const images = Array.from({ length: 20_000 }, (_, at) => ({
      image: `set.task-${at}`,
      tag: 'v1',
    }));
    const text = JSON.stringify([{ imageName: 'web', imageTag: 'v1' }, ...images]);
    data.items.add(new File([text], 'manifest.json', { type: 'application/json' }));
    return data;
  });
  const body = page.locator('body');
  await body.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(page.getByText('Drop a list of images to check it')).toBeVisible();
  await body.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page).toHaveURL(/lens=check$/);
  await expect(sum(page)).toHaveText(
    '1 good, 0 failed, 0 active, 20,000 never built of 20,001 images',
  );
  await expect(page.getByText('manifest.json, too long to be edited here')).toBeVisible();
});

test('keeps a list under a name until sign-out, and puts a short one into a link when asked', async ({
  page,
  account,
}) => {
  await openCheck(page);
  await input(page).fill(LIST);
  await page.getByRole('textbox', { name: 'Name of this list' }).fill('nightly');
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await expect(page.getByText('Kept until you sign out')).toBeVisible();
  await expect(page).toHaveURL(/lens=check&list=nightly$/);
  await page.getByRole('button', { name: 'Copy link with this list' }).click();
  await expect.poll(() => pasted(page)).toContain('?lens=check#images=web%3Av1,api%3Av1,job%3Av1');
  const link = await pasted(page);
  await page.goto('/?lens=check');
  await expect(input(page)).toHaveValue('');
  await page.getByRole('button', { name: 'Kept lists: 1' }).click();
  await page.getByRole('menuitemradio', { name: 'nightly' }).click();
  await expect(sum(page)).toHaveText('1 good, 1 failed, 0 active, 1 never built of 3 images');
  await expect(page).toHaveURL(/lens=check&list=nightly$/);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(sum(page)).toHaveText('1 good, 1 failed, 0 active, 1 never built of 3 images');
  await expect(page).toHaveURL(/lens=check$/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('image-builds.lists'))).toBeNull();
  await signIn(page, account.token);
  await openCheck(page);
  await expect(input(page)).toHaveValue('');
});

test('opens a kept list by its address, and Back puts it away', async ({ page }) => {
  await openCheck(page);
  const bar = (name: string) => page.getByRole('button', { name });
  for (const [name, text] of [
    ['one', 'web:v1'],
    ['two', LIST],
  ] as const) {
    await input(page).fill(text);
    await page.getByRole('textbox', { name: 'Name of this list' }).fill(name);
    await bar('Keep on this device').click();
    await expect(page).toHaveURL(new RegExp(`list=${name}$`));
    if (name === 'one') await bar('Clear the list').click();
  }
  const choose = async (name: string) => {
    await bar('Kept lists: 2').click();
    await page.getByRole('menuitemradio', { name }).click();
  };
  await choose('one');
  await expect(sum(page)).toHaveText('1 good, 0 failed, 0 active, 0 never built of 1 image');
  await page.goBack();
  await expect(page).toHaveURL(/list=two$/);
  await expect(sum(page)).toHaveText(/of 3 images$/);
  await page
    .getByRole('group', { name: 'Shown images' })
    .getByRole('button', { name: 'Failed 1' })
    .click();
  await page.reload();
  await expect(page).toHaveURL(/show=failed&list=two$/);
  await expect(input(page)).toHaveValue(LIST);
  await expect(table(page).locator('[data-row]')).toHaveAttribute('data-row', 'api:v1');
  // By way of another lens it stands there still, and the address says so again.
  const lenses = page.getByRole('navigation', { name: 'Lenses' });
  await lenses.getByRole('link', { name: 'Builds' }).click();
  await expect(page).not.toHaveURL(/list=/);
  await lenses.getByRole('link', { name: 'Check' }).click();
  await expect(page).toHaveURL(/lens=check&list=two$/);
  await expect(input(page)).toHaveValue(LIST);
  // Another text is not the kept list.
  await input(page).fill('web:v1\nnew:v1');
  await expect(page).toHaveURL(/lens=check$/);
  await choose('two');
  await bar('Forget it').click();
  await expect(page).toHaveURL(/lens=check$/);
  await expect(input(page)).toHaveValue(LIST);
  await page.goto('/?lens=check&list=two');
  await expect(page.getByText('No list called “two” is kept on this device.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await choose1(page);
  await expect(page).toHaveURL(/list=one$/);
  await page.goBack();
  await expect(page).toHaveURL(/list=two$/);
  await expect(input(page)).toHaveValue('');
});

async function choose1(page: Page) {
  await page.getByRole('button', { name: 'Kept lists: 1' }).click();
  await page.getByRole('menuitemradio', { name: 'one' }).click();
  await expect(input(page)).toHaveValue('web:v1');
}

test('checks a list on a phone and by the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/?lens=check');
  await input(page).fill(LIST);
  await expect(sum(page)).toHaveText('1 good, 1 failed, 0 active, 1 never built of 3 images');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'All 3' }).focus();
  await waitUntilHears(page);
  await page.keyboard.press('n');
  await expect(table(page).locator('[data-row="api:v1"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Show build' }).first()).toBeVisible();
});
