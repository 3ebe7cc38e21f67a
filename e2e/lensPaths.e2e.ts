import type { Page } from '@playwright/test';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { Hands, promised } from './support/Hands.ts';
import { pasted } from './support/pasted.ts';
import { expect, openList, test } from './support/test.ts';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const IMAGE = 'reward-server';

/** A build of an image that ended some hours ago after four minutes. */
function ended(id: string, imageName: string, hours: number, error?: string) {
  const status = error === undefined ? 'COMPLETED' : 'FAILED';
  const artifact = artifactOf(`${id}a`, {
    status,
    fullImagePath: error === undefined ? `registry/${imageName}:${id}` : null,
    errorMessage: error ?? null,
    createdAt: ago(hours + 1),
    completedAt: ago(hours),
  });
  return buildOf(id, {
    imageName,
    status,
    createdAt: ago(hours + 1),
    startedAt: ago(hours + 4 / 60),
    completedAt: ago(hours),
    artifacts: [artifact],
  });
}

const DAY = 24;
const BUILDS = [
  // Most common of all, but not this week.
  ...[20, 21, 22, 23].map((day) => ended(`old${day}`, 'job', day * DAY, 'no such base image')),
  ...[10, 3, 2, 1].map((day) => ended(`disk${day}`, 'web', day * DAY, 'no space left on device')),
  ended('mem', 'api', 2 * DAY, 'process killed: out of memory'),
  ...[9, 8, 7, 6, 5, 4].map((day) => ended(`good${day}`, IMAGE, day * DAY)),
  ended('bad', IMAGE, 5, 'process killed: out of memory'),
];

test.use({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-write'] });
test.beforeEach(({ page, account }) => openList({ page, account }, BUILDS));

const lens = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Lenses' }).getByRole('link', { name });

test('is as near as the README says: what broke this week, most common first, since when', async ({
  page,
}) => {
  const hands = new Hands(page);
  await hands.click(lens(page, 'Errors'));
  await hands.click(page.getByRole('link', { name: 'Last 7 days only' }));
  await expect(page).toHaveURL(/\?lens=errors&created=7d$/);
  const rows = page.getByRole('table', { name: 'Error groups' }).locator('[data-row]');
  await expect(rows).toHaveText([
    /no space left on device.*3.*10 d ago/,
    /out of memory.*2.*2 d ago/,
  ]);
  const promise = 'what broke this week, most common first, since when';
  expect([hands.clicks]).toEqual(await promised(promise));
  expect(hands.clicks).toBeLessThanOrEqual(2);
});

test('is as near as the README says: the last good path of an image', async ({ page }) => {
  const hands = new Hands(page);
  await hands.click(lens(page, 'Images'));
  await hands.click(page.getByRole('searchbox', { name: 'Search builds' }));
  await hands.type(IMAGE);
  await expect(page.getByRole('table', { name: 'Images' }).locator('[data-row]')).toHaveCount(1);
  await hands.click(page.getByRole('button', { name: `Copy last good path of ${IMAGE}` }));
  expect([hands.clicks, hands.keys]).toEqual([
    ...(await promised('last good path of an image')),
    0,
  ]);
  expect(hands.clicks).toBeLessThanOrEqual(3);
  expect(await pasted(page)).toBe(`registry/${IMAGE}:good4`);
});

test('is as near as the README says: the usual duration of an image', async ({ page }) => {
  const hands = new Hands(page);
  await hands.click(lens(page, 'Images'));
  await hands.click(page.getByRole('searchbox', { name: 'Search builds' }));
  await hands.type(IMAGE);
  const rows = page.getByRole('table', { name: 'Images' }).locator('[data-row]');
  await expect(rows).toHaveCount(1);
  await expect(rows.locator('[data-column="median"]')).toHaveText(/^4 min 00 s$/);
  expect([hands.clicks, hands.keys]).toEqual([
    ...(await promised('usual duration of an image')),
    0,
  ]);
  expect(hands.clicks).toBeLessThanOrEqual(2);
});
