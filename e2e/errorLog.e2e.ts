import type { Page } from '@playwright/test';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { overflow } from './support/overflow.ts';
import { pasted } from './support/pasted.ts';
import { expect, openAs, test, waitUntilComplete } from './support/test.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute)).toISOString();

/** A log as a build writes it: all begin alike, and say in their middle what went wrong. */
const logOf = (cause: string, lines = 40) =>
  [
    '#0 building with "default" instance using docker-container driver',
    ...Array.from({ length: lines }, (_, line) => `#9 ${line}.5 Collecting wheel${line}>=0.38`),
    `#9 47.2 \u001b[31m${cause}\u001b[0m`,
    '#9 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 1',
    ...Array.from({ length: 8 }, (_, line) => `#9 cleaning up ${line}`),
  ].join('\n');

const failed = (id: string, errorMessage: string, minute = 0) =>
  buildOf(id, {
    imageName: `image-${id}`,
    status: 'FAILED',
    createdAt: at(minute),
    artifacts: [artifactOf(`${id}a`, { status: 'FAILED', errorMessage, createdAt: at(minute) })],
  });

const BUILDS = [
  failed('b1', logOf('ERROR: No matching distribution found for torch==2.9.9'), 1),
  failed('b2', logOf('fatal: could not read from remote repository'), 2),
  failed('b3', logOf('E: Unable to locate package libfoo'), 3),
  failed('b4', logOf('E: Unable to locate package libbar'), 4),
  buildOf('good', { imageName: 'image-good', createdAt: at(5) }),
];

const cells = (page: Page) => page.locator('[data-row] [data-column="error"]');
const message = (page: Page) => page.getByRole('region', { name: 'Error message' });
const open = (page: Page, id: string) =>
  page.getByRole('button', { name: `Show artifacts of image-${id}:v1` }).click();

test('says in the error column what went wrong, and sorts by it', async ({ page, account }) => {
  account.fill(BUILDS);
  await openAs(page, account.token, '/?status=FAILED');
  await expect(cells(page)).toHaveText([
    'E: Unable to locate package libbar',
    'E: Unable to locate package libfoo',
    'fatal: could not read from remote repository',
    'ERROR: No matching distribution found for torch==2.9.9',
  ]);
  await page.getByRole('button', { name: 'Error', exact: true }).click();
  await expect(cells(page)).toHaveText([
    'E: Unable to locate package libbar',
    'E: Unable to locate package libfoo',
    'ERROR: No matching distribution found for torch==2.9.9',
    'fatal: could not read from remote repository',
  ]);
});

test('shows what a search hit in an error, marked, in the list and in the opened build', async ({
  page,
  account,
}) => {
  account.fill(BUILDS);
  await openAs(page, account.token, '/?error=wheel17');
  const mark = page.locator('[data-row] mark').first();
  await expect(mark).toHaveText('wheel17');
  await expect(cells(page).first()).toHaveText('Collecting wheel17>=0.38');
  await open(page, 'b4');
  await expect(message(page).locator('mark')).toHaveText('wheel17');
  await expect(message(page).locator('mark')).toBeInViewport();
  await expect(page.getByRole('searchbox', { name: 'Find in this error' })).toHaveValue('wheel17');
  expect(await findViolations(page)).toEqual([]);
});

test('finds in a log step by step, whatever of it is shown', async ({ page, account }) => {
  account.fill(BUILDS);
  await openAs(page, account.token);
  await open(page, 'b1');
  await expect(message(page).getByText('No matching distribution')).toBeVisible();
  const find = page.getByRole('searchbox', { name: 'Find in this error' });
  await find.fill('WHEEL3');
  await expect(page.getByText('1 of 11')).toBeVisible();
  await expect(message(page).locator('[data-current]')).toBeInViewport();
  await find.press('Shift+Enter');
  await expect(page.getByText('11 of 11')).toBeVisible();
  await expect(message(page).locator('[data-current]')).toHaveText('wheel3');
  await expect(message(page).locator('[data-line="41"] [data-current]')).toBeInViewport();
  await find.fill('nowhere');
  await expect(page.getByText('not in it')).toBeVisible();
});

test('copies an error whole, or from a line that the arrow keys went to', async ({
  page,
  context,
  account,
}) => {
  await context.grantPermissions(['clipboard-write']);
  account.fill(BUILDS);
  await openAs(page, account.token);
  await open(page, 'b1');
  await page.getByRole('button', { name: 'Copy error' }).click();
  expect(await pasted(page)).toBe(
    logOf('ERROR: No matching distribution found for torch==2.9.9').replaceAll(/\u001b\[\d*m/g, ''),
  );
  await expect(page.getByRole('button', { name: 'Copy from line 42' })).toBeVisible();
  await message(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.getByRole('button', { name: /^Copy from line/ }).click();
  expect((await pasted(page)).split('\n')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^#9 cleaning up/)]),
  );
  await message(page).locator('[data-line="42"]').click();
  await page.getByRole('button', { name: 'Copy from line 42' }).click();
  expect(await pasted(page)).toMatch(
    /^#9 47\.2 ERROR: No matching distribution[^\n]*\n#9 ERROR: process/,
  );
});

test('keeps on this device whether the lines of a log are wrapped', async ({ page, account }) => {
  account.fill([failed('b1', logOf(`ERROR: ${'very long '.repeat(100)}`))]);
  await openAs(page, account.token, '/?open=b1');
  const wrap = page.getByRole('button', { name: 'Wrap lines' });
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
  const isWide = () => message(page).evaluate((box) => box.scrollWidth > box.clientWidth);
  expect(await isWide()).toBe(false);
  await wrap.click();
  await expect(wrap).toHaveAttribute('aria-pressed', 'false');
  expect(await isWide()).toBe(true);
  expect(await findViolations(page)).toEqual([]);
  await page.reload();
  await expect(wrap).toHaveAttribute('aria-pressed', 'false');
  expect(await isWide()).toBe(true);
});

for (const width of [390, 360]) {
  test(`opens a log at what went wrong at ${width} px, each time said once`, async ({
    page,
    account,
  }) => {
    account.fill(BUILDS);
    await page.setViewportSize({ width, height: 740 });
    await openAs(page, account.token);
    await open(page, 'b1');
    const cause = message(page).getByText('No matching distribution');
    await expect(cause).toBeInViewport();
    const opened = page.locator('[data-opened-row]');
    await expect(opened.locator('time')).toHaveCount(3);
    await page.getByRole('button', { name: 'Show all 51 lines' }).click();
    await expect(cause).toBeInViewport();
    expect(await overflow(page)).toBe(0);
    // One scroll: nothing within the log scrolls by itself.
    expect(await message(page).evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
    expect(await findViolations(page)).toEqual([]);
  });
}

test('opens a log of 2 MB at what went wrong, and draws no more of it than a look holds', async ({
  page,
  account,
}) => {
  const long = logOf('ERROR: No matching distribution found for torch', 60_000);
  expect(long.length).toBeGreaterThan(2_000_000);
  account.fill([failed('b1', long), buildOf('other')]);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await open(page, 'b1');
  await expect(message(page).getByText('No matching distribution')).toBeVisible();
  const drawn = message(page).locator('[data-line]');
  await expect(drawn).toHaveCount(12);
  await page.getByRole('button', { name: 'Show all 60,011 lines' }).click();
  await expect(message(page).getByText('No matching distribution')).toBeInViewport();
  // What a browser lays out in one go, wherever in the log: none of it is held up by the rest.
  await expect(drawn).toHaveCount(2000);
  await page.getByRole('searchbox', { name: 'Find in this error' }).fill('wheel59999');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find in this error' }).fill('wheel30000>');
  await expect(message(page).locator('[data-current]')).toBeInViewport();
  await expect(drawn).toHaveCount(3000);
});

test('leads from a failed build to the others of its cause', async ({ page, account }) => {
  account.fill(BUILDS);
  await openAs(page, account.token);
  await open(page, 'b4');
  await page.getByRole('link', { name: '1 other build failed for this' }).click();
  await expect(page).toHaveURL(/\?cause=[0-9a-f]{16}$/);
  await expect(cells(page)).toHaveText([
    'E: Unable to locate package libbar',
    'E: Unable to locate package libfoo',
  ]);
  await open(page, 'b4');
  await expect(page.getByRole('link', { name: '1 other build failed for this' })).toBeVisible();
});
