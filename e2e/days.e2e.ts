import type { Page } from '@playwright/test';
import { buildOf } from '../src/contract/testing/builds.ts';
import { expect, openAs, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

test.use({ viewport: { width: 1440, height: 900 }, timezoneId: 'Asia/Tokyo' });

const query = (page: Page) => new URL(page.url()).search;
const filter = (page: Page) => page.getByRole('list', { name: 'Filter' });

test('writes the days of the person’s zone into the address, and UTC by choice, kept', async ({
  page,
  account,
}) => {
  account.fill(100);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const menu = page.getByRole('button', { name: 'Created', exact: true }).first();
  await menu.click();
  await page.getByRole('menuitemradio', { name: 'Today (Tokyo)' }).click();
  await expect.poll(() => query(page)).toBe('?created=today&zone=Asia/Tokyo');
  await expect(filter(page)).toContainText('today (Tokyo)');
  await menu.click();
  await page.getByRole('group', { name: 'Days of' }).getByRole('button', { name: 'UTC' }).click();
  await expect.poll(() => query(page)).toBe('?created=today');
  await expect(filter(page)).toContainText('today (UTC)');
  await page.reload();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search builds' }).fill('started:last week ');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page)).toBe('?created=today&started=last-week');
});

test('reads an address without a zone in UTC, and one with a zone in that', async ({
  page,
  account,
}) => {
  account.fill(100);
  await openAs(page, account.token, '/?created=2026-11-01');
  await waitUntilComplete(page);
  await expect(filter(page)).toContainText('on 2026-11-01 (UTC)');
  await page.goto('/?created=2026-11-01&zone=Europe/Berlin');
  await expect(filter(page)).toContainText('on 2026-11-01 (Berlin)');
  await page.goto('/?created=2026-11-01&zone=Europe/Atlantis');
  await expect(filter(page)).toContainText('there is no such time zone, so days are those of UTC');
});

test('filters by hours, and by when builds started or ended', async ({ page, account }) => {
  account.fill(100);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await page.getByRole('button', { name: 'Created', exact: true }).first().click();
  await page.getByRole('group', { name: 'Time of' }).getByRole('button', { name: 'Ended' }).click();
  await page.getByLabel('From (Tokyo)').fill('2026-11-01');
  await page.getByLabel('Begins at').fill('09:00');
  await page.getByRole('button', { name: 'Show these hours' }).click();
  await expect.poll(() => query(page)).toBe('?ended=2026-11-01T00:00Z%2E%2E');
});

test('filters by the day that the person reads in a cell, and prints their zone', async ({
  page,
  account,
}) => {
  // In Tokyo it is the morning of the 21st.
  account.fill([buildOf('b1', { createdAt: '2026-11-20T20:30:00Z' })]);
  await openAs(page, account.token, '/?image=*');
  await waitUntilComplete(page);
  const cell = page.locator('[data-row="b1"] [data-column="created"]');
  await waitUntilHears(page);
  await cell.click({ modifiers: ['ControlOrMeta'], position: { x: 4, y: 4 } });
  await expect(filter(page)).toContainText('on 2026-11-21 (Tokyo)');
  await expect.poll(() => query(page)).toContain('created=2026-11-21&zone=Asia/Tokyo');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const paper = page.getByRole('region', { name: 'Builds to print' });
  await expect(paper.getByRole('columnheader', { name: 'Created (Tokyo)' })).toBeVisible();
  await expect(paper.getByRole('cell', { name: '2026-11-21 05:30:00' })).toBeVisible();
});
