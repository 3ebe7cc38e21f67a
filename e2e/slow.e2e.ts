import type { Page } from '@playwright/test';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { expect, openList, test } from './support/test.ts';

const MINUTE = 60_000;
const iso = (minutesAgo: number) => new Date(Date.now() - minutesAgo * MINUTE).toISOString();

/** A build that started some minutes ago and took some, or still runs. */
function build(id: string, imageName: string, ago: number, took: number | null, status?: string) {
  const ended = took === null ? null : iso(ago - took);
  const state = status ?? (took === null ? 'BUILDING' : 'COMPLETED');
  return buildOf(id, {
    imageName,
    imageTag: 'v1',
    status: state,
    createdAt: iso(ago),
    startedAt: iso(ago),
    completedAt: ended,
    artifacts: [
      artifactOf(`${id}a`, {
        status: state,
        fullImagePath: state === 'COMPLETED' ? `registry/${imageName}:v1` : null,
        createdAt: iso(ago),
        completedAt: ended,
      }),
    ],
  });
}

const BUILDS = () => [
  ...Array.from({ length: 24 }, (_, at) => build(`p${at}`, 'web', 2000 - at * 20, 4 + (at % 4))),
  build('failed', 'web', 1200, 2, 'FAILED'),
  build('now', 'web', 1, null),
  build('late', 'web', 45, null),
  build('waits', 'web', 3, null, 'PENDING'),
  // Pushed first, finished last.
  build('older', 'api', 60, 20),
  build('newer', 'api', 55, 5),
];

const row = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);

test.use({ viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page, account }) => openList({ page, account }, BUILDS()));

test('says how long a running build usually takes, and never of one that waits', async ({
  page,
}) => {
  await expect(row(page, 'now')).toContainText(/usually \d+ to \d+ min/);
  await expect(row(page, 'waits')).not.toContainText('usually');
  await expect(row(page, 'p0')).not.toContainText('usually');
  await row(page, 'now').getByRole('button', { name: /^Show/ }).click();
  const opened = page.locator('[data-opened-row="now"]');
  await expect(opened).toContainText('24 completed builds of this image and tag');
  await expect(opened).toContainText('min left, if it completes');
  expect(await findViolations(page)).toEqual([]);
});

test('marks what runs longer than usual, and shows it alone by one click', async ({ page }) => {
  await expect(row(page, 'late')).toContainText('Runs longer than usual');
  await expect(row(page, 'now')).not.toContainText('longer');
  await page.getByRole('link', { name: 'Show the 1 that run longer than usual' }).click();
  await expect(page).toHaveURL(/is=slow/);
  await expect(page.getByRole('table', { name: 'Image builds' }).locator('[data-row]')).toHaveCount(
    1,
  );
  await row(page, 'late').getByRole('button', { name: /^Show/ }).click();
  await expect(page.locator('[data-opened-row="late"]')).toContainText(
    'longer than 24 of 24 before',
  );
});

test('keeps columns and rows as they are when what is usual comes', async ({ page, account }) => {
  await page.goto('/?is=active');
  await expect(row(page, 'now')).toContainText('usually');
  const cells = () =>
    row(page, 'now')
      .getByRole('cell')
      .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().width));
  const before = await cells();
  // Without the history nothing is usual.
  account.fill(BUILDS().filter(({ id }) => !id.startsWith('p')));
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(row(page, 'now')).not.toContainText('usually');
  expect(await cells()).toEqual(before);
});

test('marks tag races, and leads from each build to the other', async ({ page }) => {
  await expect(row(page, 'older')).toContainText('may hold this older build');
  await expect(row(page, 'newer')).toContainText('may hold the older build');
  await page.getByRole('link', { name: 'Show the 2 that are in a tag race' }).click();
  await expect(page).toHaveURL(/is=race/);
  await row(page, 'newer').getByRole('button', { name: /^Show/ }).click();
  const opened = page.locator('[data-opened-row="newer"]');
  await expect(opened).toContainText('registry/api:v1');
  await opened.getByRole('link', { name: 'The older build' }).click();
  await expect(page).toHaveURL(/\?open=older$/);
});

test('shows races and how long builds took on the images lens', async ({ page }) => {
  await page.goto('/?lens=images');
  const table = page.getByRole('table', { name: 'Images' });
  await expect(table.locator('[data-row="api"]')).toContainText('may hold the older');
  await table.getByRole('button', { name: 'Show the image web' }).click();
  const figure = page.getByRole('figure', { name: 'How long its builds took' });
  await expect(figure.getByRole('img')).toHaveAccessibleName(
    /^24 builds completed and 1 failed, half within \d min/,
  );
  await figure.getByText('As a table').click();
  await expect(figure.getByRole('row')).toHaveCount(26);
  expect(await findViolations(page)).toEqual([]);
  await table.getByRole('button', { name: 'Show the image api' }).click();
  const races = page.getByRole('region', { name: 'Tag races' });
  await expect(races).toContainText('api:v1 may hold the older build');
  await expect(races.getByRole('link')).toHaveCount(2);
});
