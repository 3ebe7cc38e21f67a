import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { hideable } from './support/hideable.ts';
import { overflow } from './support/overflow.ts';
import {
  type Account,
  expect,
  openList,
  signIn,
  test,
  waitUntilComplete,
  waitUntilHears,
} from './support/test.ts';

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
async function visit(page: Page, account: Account): Promise<void> {
  const hide = await hideable(page);
  await openList({ page, account }, BEFORE);
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
  await visit(page, account);
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
  await visit(page, account);
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
  const push = Array.from({ length: 12 }, (_, n) => ({
    ...active(`swe-${n}`),
    imageName: `swe.task-${n}`,
  }));
  await visit(page, account);
  servers.api.put(account.token, [...MEANWHILE, ...push]);
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
  const live = again.getByRole('note', { name: 'A push is under way' });
  await expect(live).toHaveCount(0);
  await line(again)
    .getByRole('button', { name: /^Dismiss/ })
    .click();
  // The offer to undo stays as long as it is pointed at or has the focus.
  await again.mouse.move(0, 0);
  await again.getByRole('searchbox').or(again.getByRole('combobox')).first().focus();
  await expect(live).toContainText('12 submitted so far');
  await expect(line(again)).toHaveCount(0);
});

test('keeps a time under a hash alone of a visit, and nothing after the sign-out', async ({
  page,
  account,
}) => {
  await visit(page, account);
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

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
}

/** A desktop that allows notifications when it is asked, or says no, or throws as Android does. */
async function desktop(page: Page, answer: 'granted' | 'denied' | 'throws'): Promise<void> {
  await page.addInitScript((given) => {
    const shown: unknown[] = [];
    let permission = 'default';
    class FakeNotification {
      static get permission() {
        return permission;
      }
      static async requestPermission() {
        document.documentElement.dataset['asked'] = 'yes';
        permission = given === 'denied' ? 'denied' : 'granted';
        return permission;
      }
      constructor(title: string, options: object) {
        if (given === 'throws') throw new TypeError('Illegal constructor');
        shown.push({ title, ...options });
      }
    }
    Object.assign(window, { Notification: FakeNotification, shown });
  }, answer);
}

/** Goes to the first build by the keys and watches it. */
async function watchFirst(page: Page): Promise<void> {
  await waitUntilHears(page);
  await page.keyboard.press('j');
  await expect(page.locator('[data-row="d"]')).toBeFocused();
  await page.keyboard.press('w');
}

const shown = (page: Page): Promise<readonly Shown[]> =>
  page.evaluate(() => Reflect.get(window, 'shown'));
const bell = (page: Page) => page.getByRole('button', { name: /^Watch/ }).first();
const panel = (page: Page) => page.locator('[popover]:popover-open');
const active = (id: string): Build => ({
  ...ended(id, 0),
  status: 'BUILDING',
  createdAt: new Date(Date.now() - 5 * MINUTE).toISOString(),
  completedAt: null,
  artifacts: [],
});
const failedNow = (id: string): Build => ({
  ...active(id),
  status: 'FAILED',
  completedAt: new Date().toISOString(),
});

test('watches a build by the key and tells in the tab and on the desktop, asked for by a click', async ({
  page,
  account,
  servers,
}) => {
  await desktop(page, 'granted');
  await openList({ page, account }, [active('d'), active('e'), ...BEFORE]);
  await watchFirst(page);
  await expect(page.getByText('Watching image-d:v1.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset['asked'])).toBeUndefined();
  await bell(page).click();
  await expect(panel(page).getByRole('link', { name: 'image-d:v1' })).toBeVisible();
  await panel(page)
    .getByRole('checkbox', { name: /^Notify me/ })
    .check();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  servers.api.put(account.token, [failedNow('d'), failedNow('e')]);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect
    .poll(() => shown(page))
    .toEqual([{ title: '1 failed', body: '', tag: 'image-builds' }]);
  await expect(page.getByRole('button', { name: 'Watching 1, 1 failed' })).toBeVisible();
  await bell(page).click();
  await expect(panel(page).getByRole('status')).toContainText('1 failed');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Watching 1', exact: true })).toBeVisible();
});

test('says in the tab what fails while nobody sees the page', async ({
  page,
  account,
  servers,
}) => {
  const hide = await hideable(page);
  await page.clock.install();
  await openList({ page, account }, [active('d'), ...BEFORE]);
  await bell(page).click();
  await panel(page).getByRole('button', { name: 'Watch this view' }).click();
  await page.keyboard.press('Escape');
  await page.clock.runFor(6000);
  await hide(true);
  servers.api.put(account.token, [failedNow('d')]);
  const icon = page.locator('link[rel="icon"]');
  await expect(async () => {
    await page.clock.runFor(61_000);
    await expect(page).toHaveTitle(/^1 failed: /, { timeout: 500 });
  }).toPass();
  await expect(icon).toHaveAttribute('href', /favicon-alert\.svg$/);
  await hide(false);
  await page.clock.runFor(2000);
  await expect(page).not.toHaveTitle(/failed/);
  await expect(icon).toHaveAttribute('href', /favicon\.svg$/);
});

test('says what the desktop cannot do: denied, and throwing as Android does', async ({
  page,
  context,
  account,
  servers,
}) => {
  await desktop(page, 'denied');
  await openList({ page, account }, [active('d'), ...BEFORE]);
  const choice = (on: Page) => panel(on).getByRole('checkbox', { name: /^Notify me/ });
  await bell(page).click();
  await choice(page).click();
  await expect(panel(page)).toContainText('The browser blocks them for this page.');
  await expect(choice(page)).toBeDisabled();
  await expect(choice(page)).not.toBeChecked();

  const other = await context.newPage();
  await desktop(other, 'throws');
  await other.goto('/');
  await waitUntilComplete(other);
  await page.close();
  await bell(other).click();
  await panel(other).getByRole('button', { name: 'Watch this view' }).click();
  await choice(other).check();
  servers.api.put(account.token, [failedNow('d')]);
  await other.keyboard.press('Escape');
  await other.getByRole('button', { name: 'Refresh' }).click();
  await expect(other.getByRole('button', { name: 'Watching 1, 1 failed' })).toBeVisible();
  await bell(other).click();
  await expect(panel(other)).toContainText('This browser shows no notifications from a page.');
});

test('ends watching with the sign-out, in every tab, and keeps it over a reload', async ({
  page,
  context,
  account,
}) => {
  await openList({ page, account }, [active('d'), ...BEFORE]);
  await watchFirst(page);
  await expect(page.getByRole('button', { name: 'Watching 1' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('button', { name: 'Watching 1' })).toBeVisible();
  await other.reload();
  await expect(other.getByRole('button', { name: 'Watching 1' })).toBeVisible();
  await other.getByRole('button', { name: 'Watching 1' }).click();
  await panel(other).getByRole('button', { name: 'Watch this view' }).click();
  await expect(page.getByRole('button', { name: 'Watching 2' })).toBeVisible();
  await other.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('textbox', { name: 'API token' })).toBeVisible();
  for (const each of [page, other]) {
    const kept = await each.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(kept).not.toContain('watched');
  }
});

test('has room for the bell and its list at 360 and 390 px, and in forced colours', async ({
  page,
  account,
}) => {
  account.fill([active('d'), ...BEFORE]);
  await page.emulateMedia({ forcedColors: 'active' });
  await signIn(page, account.token);
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 700 });
    await waitUntilComplete(page);
    expect(await overflow(page)).toBe(0);
    await bell(page).click();
    await panel(page)
      .getByRole('button', { name: /atch.* this view/ })
      .click();
    await expect(panel(page).getByRole('listitem').first()).toBeVisible({ visible: width === 390 });
    const box = await panel(page).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
    expect(await findViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('Escape');
    await expect(bell(page)).toBeFocused();
  }
});
