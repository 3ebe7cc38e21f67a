import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { hideable } from './support/hideable.ts';
import { expect, signIn, test, waitUntilComplete } from './support/test.ts';

const MINUTE = 60_000;
/** A minute of an hour ago: the API's times are whole minutes here. */
const HOUR_AGO = Math.floor(Date.now() / MINUTE) * MINUTE - 60 * MINUTE;
const at = (minutes: number) => new Date(HOUR_AGO + minutes * MINUTE).toISOString();

/** A build of an image of its own that ended so many minutes after an hour ago. */
function ended(id: string, minutes: number, error: string | null = null): Build {
  const status = error === null ? 'COMPLETED' : 'FAILED';
  const times = {
    createdAt: at(minutes - 9),
    startedAt: at(minutes - 8),
    completedAt: at(minutes),
  };
  const artifact = artifactOf(`${id}-a`, { status, errorMessage: error, ...times });
  return buildOf(id, { imageName: `image-${id}`, status, ...times, artifacts: [artifact] });
}

const FULL = 'write /var/lib/layer.tar: no space left on device';
const GONE = 'failed to pull base image ubuntu:99: not found';
const BEFORE = [ended('a', -30), ended('b', -20, FULL), ended('c', -10)];
/** What happens while the person is away. */
const MEANWHILE = [
  ended('d', 5),
  ended('e', 10, FULL),
  ended('f', 15, GONE),
  { ...ended('b2', 20), imageName: 'image-b' },
];

const line = (page: Page) => page.getByRole('note', { name: 'Since you were last here' });
const count = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });

/** Signs in, looks at what there was, and leaves. */
async function visit(page: Page, token: string): Promise<void> {
  const hide = await hideable(page);
  await signIn(page, token);
  await waitUntilComplete(page);
  await expect(async () => {
    await hide(true);
    const kept = await page.evaluate(() => localStorage.getItem('image-builds.visits'));
    await hide(false);
    expect(kept).not.toBeNull();
  }).toPass();
  await expect(line(page)).toHaveCount(0);
}

test('says once what happened since the last visit, each count opens what it counts', async ({
  page,
  context,
  account,
  servers,
}) => {
  account.fill(BEFORE);
  await visit(page, account.token);
  servers.api.put(account.token, MEANWHILE);
  const again = await context.newPage();
  await again.goto('/?status=FAILED');
  await waitUntilComplete(again);
  await expect(line(again)).toContainText(
    /^Since .*: 4 ended, 2 failed \(1 new cause\), 2 images broken$/,
  );
  expect(await findViolations(again)).toEqual([]);
  for (const [name, found] of [
    ['4 ended', '4 of 7'],
    ['2 failed', '2 of 7'],
    ['2 images broken', '2 of 7'],
  ] as const) {
    await line(again).getByRole('link', { name }).click();
    await expect(count(again)).toContainText(found);
  }
  await line(again).getByRole('link', { name: '1 new cause' }).click();
  const causes = again.getByRole('table', { name: 'Error groups' });
  await expect(causes.locator('[data-row]')).toHaveCount(1);
  await expect(causes).toContainText('image not found');
});

test('finds what is new or changed since the last visit, and the same by a copied link', async ({
  page,
  context,
  account,
  servers,
}) => {
  account.fill(BEFORE);
  await visit(page, account.token);
  servers.api.put(account.token, MEANWHILE);
  const again = await context.newPage();
  await again.goto('/?since=last');
  await expect(count(again)).toContainText('4 of 7');
  await again.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.documentElement.dataset['copied'] = text;
    };
  });
  await again.getByRole('button', { name: 'Copy link' }).click();
  const link = await again.evaluate(() => document.documentElement.dataset['copied'] ?? '');
  expect(decodeURIComponent(link)).toMatch(/\?since=\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/);
  await again.goto(link);
  await expect(count(again)).toContainText('4 of 7');
  // Nothing was left in this tab: its reload is the same visit.
  await again.goto('/?since=last');
  await expect(count(again)).toContainText('4 of 7');
});

test('moves nothing, gives way to nothing until it is dismissed, and can be had back', async ({
  page,
  context,
  account,
  servers,
}) => {
  account.fill(BEFORE);
  await visit(page, account.token);
  servers.api.put(account.token, MEANWHILE);
  const again = await context.newPage();
  for (const [width, height, most] of [
    [1440, 900, 220],
    [390, 844, 200],
    [360, 640, 200],
  ] as const) {
    await again.setViewportSize({ width, height });
    await again.goto('/');
    await waitUntilComplete(again);
    await expect(line(again)).toContainText('4 ended');
    const first = await again.locator('[data-row]').first().boundingBox();
    expect(first?.y).toBeLessThanOrEqual(most);
    const box = await line(again).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
    await line(again)
      .getByRole('button', { name: /^Dismiss/ })
      .focus();
    await again.keyboard.press('Enter');
    await expect(line(again)).toHaveText('Dismissed until your next visit.Undo');
    await expect(line(again).getByRole('button', { name: 'Undo' })).toBeFocused();
    expect(await findViolations(again)).toEqual([]);
    expect(await again.locator('[data-row]').first().boundingBox()).toEqual(first);
    await again.keyboard.press('Enter');
    await expect(line(again)).toContainText('4 ended');
  }
});

test('keeps a time under a hash alone of a visit, and nothing after the sign-out', async ({
  page,
  account,
}) => {
  account.fill(BEFORE);
  await visit(page, account.token);
  const kept = () =>
    page.evaluate(() => ({
      device: Object.entries({ ...localStorage }).filter(([key]) => key.includes('visit')),
      tab: Object.keys({ ...sessionStorage }).filter((key) => key.includes('visit')),
    }));
  const { device } = await kept();
  expect(device).toHaveLength(1);
  expect(device[0]?.[1]).toMatch(/^\{"[0-9a-f]{64}":\d+\}$/);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  expect(await kept()).toEqual({ device: [], tab: [] });
});
