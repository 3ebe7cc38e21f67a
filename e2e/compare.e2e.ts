import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { readDownload } from './support/readDownload.ts';
import { expect, openAs, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

const HOUR = 3_600_000;
const iso = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

/** A build created `hours` ago that took 2 minutes. */
function made(id: string, name: string, status: string, hours: number, error = ''): Build {
  const ended = status === 'BUILDING' ? null : iso(hours - 1 / 30);
  const times = { createdAt: iso(hours), startedAt: iso(hours), completedAt: ended };
  const artifacts = [artifactOf(`${id}a`, { ...times, status, errorMessage: error })];
  return buildOf(id, { imageName: name, status, ...times, artifacts });
}

const FULL = 'write /var/lib/layer.tar: no space left on device';
const MISSING = 'source image not found';
const push = (tag: string, hours: number, failed: number) =>
  Array.from({ length: 11 }, (_, at) => ({
    ...made(`${tag}-${at}`, `set.task-${at}`, at < failed ? 'FAILED' : 'COMPLETED', hours, FULL),
    imageTag: tag,
  }));
const BUILDS = [
  made('a1', 'alpha', 'COMPLETED', 30),
  made('a2', 'alpha', 'FAILED', 3, FULL),
  made('b1', 'beta', 'FAILED', 30, MISSING),
  made('b2', 'beta', 'COMPLETED', 3),
  made('c1', 'gamma', 'FAILED', 40, MISSING),
  made('c2', 'gamma', 'FAILED', 4, FULL),
  made('d1', 'delta', 'BUILDING', 1),
  ...push('v1', 24 * 20, 0),
  ...push('v2', 24 * 10, 2),
];

const table = (page: Page) => page.getByRole('table', { name: 'Images that changed' });
const figures = (page: Page) => page.getByRole('table', { name: 'Figures of both sides' });
const line = (page: Page, name: string) =>
  figures(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });
const changes = (page: Page) => page.getByRole('region', { name: 'Images by change' });
const causes = (page: Page) => page.getByRole('region', { name: 'Causes of one side' });
const said = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text });
const choice = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Compare' }).getByRole('button', { name, exact: true });

async function open(page: Page, token: string, address = '/?lens=compare') {
  await openAs(page, token);
  await waitUntilComplete(page);
  await page.goto(address);
  await waitUntilComplete(page);
  await waitUntilHears(page);
}

test.use({ timezoneId: 'UTC' });
test.beforeEach(async ({ page, account }) => {
  account.fill(BUILDS);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('compares the last day with the day before, paired by image', async ({ page, account }) => {
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await page.getByRole('button', { name: 'More lenses' }).click();
  await page.getByRole('menuitemradio', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/\?lens=compare$/);
  await expect(said(page, /^Created .* against .* \(UTC\)\.$/)).toBeVisible();
  await expect(line(page, 'Builds created').getByRole('cell')).toHaveText(['3', '4', '+1']);
  await expect(line(page, 'Failed').getByRole('cell')).toHaveText(['2', '2', '0']);
  await expect(line(page, 'Unfinished').getByRole('cell')).toHaveText(['0', '1', '']);
  await expect(line(page, 'Cancelled').getByRole('cell')).toHaveText(['0', '0', '–']);
  await expect(line(page, 'Success').getByRole('cell')).toHaveText(['1 of 3', '1 of 3', '']);
  await expect(changes(page).getByRole('listitem').first()).toHaveText(/Newly broken\s*1/);
  await expect(table(page).getByRole('button', { name: /^Show the image/ })).toHaveCount(3);
  await expect(causes(page)).toContainText(/Causes only in the newer: 1.*2 artifacts in 2 builds/s);
  await expect(causes(page)).toContainText(/Causes only in the older: 1/);
  await expect(page.getByRole('main')).not.toContainText(/improve|because|better|worse/i);
  expect(await findViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findViolations(page)).toEqual([]);
});

test('opens from each figure the builds that it counts', async ({ page, account }) => {
  await open(page, account.token, '/?lens=compare&image=*a&status=FAILED');
  const opened = async (link: string, region: Page | ReturnType<typeof line>, builds: number) => {
    await region.getByRole('link', { name: link, exact: true }).click();
    await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
    await expect(
      page.getByRole('status').filter({ hasText: `${builds} of ${BUILDS.length} builds` }),
    ).toBeVisible();
    await page.goBack();
    await expect(figures(page)).toBeVisible();
  };
  await opened('Newly broken: 1', page, 1);
  await opened('Newly good: 1', page, 1);
  await opened('Still broken: 1', page, 1);
  await opened('4', line(page, 'Builds created'), 4);
  await opened('2', line(page, 'Failed').getByRole('cell').nth(0), 2);
  await opened('1', line(page, 'Unfinished'), 1);
  await opened('1 of 3', line(page, 'Success').getByRole('cell').nth(1), 3);
  await causes(page).getByRole('link').first().click();
  await expect(page).toHaveURL(/cause=[0-9a-f]+/);
  await expect(
    page.getByRole('status').filter({ hasText: `2 of ${BUILDS.length} builds` }),
  ).toBeVisible();
});

test('keeps what is compared in the address, with the zone of its days, and Back undoes it', async ({
  page,
  account,
}) => {
  await open(page, account.token);
  await choice(page, '7 days').click();
  await expect(page).toHaveURL(/\?lens=compare&compare=7d$/);
  await choice(page, 'This week').click();
  await expect(page).toHaveURL(/\?lens=compare&compare=this-week$/);
  await expect(choice(page, 'This week')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(choice(page, '7 days')).toHaveAttribute('aria-pressed', 'true');
  await choice(page, 'Two times…').click();
  const form = page.getByRole('form', { name: 'Two times to compare' });
  await form.getByRole('textbox', { name: 'This time' }).fill('soon');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText('That is no time with a beginning.');
  await form.getByRole('textbox', { name: 'This time' }).fill('yesterday');
  await form.getByRole('textbox', { name: /^Against/ }).fill('2026-01-02');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/compare=yesterday,2026-01-02$/);
  await expect(said(page, /against 2026-01-02 00:00 to 2026-01-03 00:00 \(UTC\)\.$/)).toBeVisible();
  await page.goto('/?lens=compare&compare=soon');
  await expect(said(page, /“soon” is no time to compare/)).toBeVisible();
  await page.goto('/?lens=compare&compare=2026-10-26&zone=Europe/Berlin');
  await expect(
    said(page, /^Created 2026-10-26 00:00 to 2026-10-27 00:00, against .* Cut to the same length/),
  ).toBeVisible();
});

test('compares a push with the one before of its family', async ({ page, account }) => {
  await open(page, account.token, '/?lens=batches&open=v2-3');
  await page.getByRole('link', { name: 'Compare with the one before' }).click();
  await expect(page).toHaveURL(/lens=compare&compare=batch:v2-\d+$/);
  await expect(said(page, /Newer: set v2 of .* Older: set v1 of .* Paired by name/)).toBeVisible();
  await expect(changes(page).getByRole('listitem').first()).toHaveText(/Newly broken\s*2/);
  await expect(line(page, 'Median duration').getByRole('cell').first()).toHaveText('2 min 00 s');
  await expect(line(page, 'Median duration')).toContainText('of 9 images, 18 builds');
  await line(page, 'Median duration').getByRole('link').click();
  await expect(
    page.getByRole('status').filter({ hasText: `18 of ${BUILDS.length} builds` }),
  ).toBeVisible();
});

test('compares a stretch taken from the timeline with the one before', async ({
  page,
  account,
}) => {
  await open(page, account.token, '/?lens=timeline&created=yesterday..today');
  await page.getByRole('button', { name: 'Compare with the stretch before' }).click();
  await expect(page).toHaveURL(/\?lens=compare&compare=yesterday\.\.today$/);
  await expect(said(page, /^Created .* against/)).toBeVisible();
});

test('opens an image in place, exports and prints what changed', async ({ page, account }) => {
  await open(page, account.token);
  await table(page).getByRole('button', { name: 'Show the image alpha:v1' }).click();
  await expect(page.getByRole('link', { name: 'Show the newer build' })).toBeVisible();
  await expect(page).toHaveURL(/open=a2$/);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Show the older build' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await page.getByRole('menuitem', { name: 'Download images that changed as CSV' }).click();
  const text = await readDownload(await download);
  expect(text).toContain('newer_status');
  expect(text).toContain('alpha');
  expect(text).toContain('Newly broken');
  await waitUntilHears(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('cell', { name: 'Newly broken' }).first()).toBeVisible();
});

for (const width of [390, 360]) {
  test(`compares on a phone ${width} px wide and by the keyboard`, async ({ page, account }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, account.token);
    await expect(figures(page)).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    await expect(table(page).locator('[data-row]').first()).toBeVisible();
    await page.keyboard.press('j');
    await expect(table(page).locator('[data-row]:focus')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: /^Show the newer build/ })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await expect(figures(page)).toBeVisible();
  });
}
