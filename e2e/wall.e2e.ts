import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { hideable } from './support/hideable.ts';
import { expect, signIn, test, waitUntilComplete } from './support/test.ts';

const MINUTE = 60_000;
const iso = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();

/** A build created a minute before it ended, `minutes` ago. */
function made(id: string, name: string, status: string, minutes: number, error = ''): Build {
  const ended = status === 'COMPLETED' || status === 'FAILED';
  const times = {
    createdAt: iso(minutes + 1),
    startedAt: iso(minutes + 1),
    completedAt: ended ? iso(minutes) : null,
  };
  const artifacts = [artifactOf(`${id}a`, { ...times, status, errorMessage: error })];
  return buildOf(id, { imageName: name, status, ...times, artifacts });
}

const FULL = 'write /var/lib/layer.tar: no space left on device';
/** A push that goes on: 8 done, 1 failed, 3 active. */
const pushOf = (family: string) =>
  Array.from({ length: 12 }, (_, at) => {
    const name = `${family}.task-${at}`;
    if (at === 0) return made(`${family}0`, name, 'FAILED', 0.4, FULL);
    return made(`${family}${at}`, name, at > 8 ? 'BUILDING' : 'COMPLETED', 0.5);
  });
const BUILDS = [
  ...pushOf('swe'),
  made('a1', 'alpha', 'COMPLETED', 60 * 50),
  made('a2', 'alpha', 'FAILED', 60 * 49, 'source image not found'),
  made('b1', 'beta', 'FAILED', 60 * 3, FULL),
  made('c1', 'gamma', 'COMPLETED', 30),
];

const wall = (page: Page) => page.getByRole('region', { name: 'Wallboard' });
const part = (page: Page, name: string) => wall(page).getByRole('region', { name });
const leave = (page: Page) => page.getByRole('button', { name: 'Leave' });
const stopped = (page: Page) => wall(page).getByRole('status').filter({ hasText: 'stopped' });
const builds = (page: Page) => page.getByRole('table', { name: 'Image builds' });

async function openWall(page: Page, token: string, address = '/?lens=wall') {
  await signIn(page, token);
  await waitUntilComplete(page);
  await page.goto(address);
  await expect(part(page, 'Newest failures').getByRole('listitem').first()).toBeVisible();
  await expect(wall(page).getByText(/^as of \d\d:\d\d:\d\d UTC$/)).toBeVisible();
}

/** The colours of all texts and drawings of the wall. */
const colours = (page: Page) =>
  wall(page)
    .locator('*')
    .evaluateAll((all) => [
      ...new Set(
        all.flatMap((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]),
      ),
    ]);
const GOOD = 'rgb(22, 112, 62)';

test.beforeEach(({ account }) => {
  account.fill(BUILDS);
});

test('shows what goes on and what fails, and nothing to press but the way out', async ({
  page,
  account,
}) => {
  await openWall(page, account.token);
  const push = part(page, 'Batches under way').getByRole('listitem');
  await expect(push).toHaveText(/^swe v1\s*being submitted\s*8 done\s*1 failed\s*3 active$/);
  await expect(wall(page)).not.toContainText('%');
  await expect(wall(page).getByText('3 active', { exact: true }).first()).toBeVisible();
  const failing = part(page, 'Failing since').getByRole('listitem');
  await expect(failing).toHaveText([/^alpha\s*2 d 1 h$/, /^beta\s*3 h 00 min$/, /^swe.task-0/]);
  const failures = part(page, 'Newest failures').getByRole('listitem');
  await expect(failures).toHaveCount(3);
  await expect(failures.first()).toContainText('swe.task-0:v1');
  await expect(failures.first()).toContainText(/no space|disk full/i);
  await expect(failures.last()).toContainText('not found');
  expect(await colours(page)).toContain(GOOD);
  expect(await page.getByRole('button').count()).toBe(1);
  expect(await page.getByRole('link').count()).toBe(0);
  expect(await page.getByRole('textbox').count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findViolations(page)).toEqual([]);
});

for (const [width, height] of [
  [1920, 1080],
  [3840, 2160],
] as const) {
  test(`can be read from 4 m on a screen of ${width} x ${height}, without scrolling`, async ({
    page,
    account,
  }) => {
    await page.setViewportSize({ width, height });
    const pushes = ['gym', 'bench', 'code', 'eval'].flatMap(pushOf);
    const failing = Array.from({ length: 12 }, (_, at) =>
      made(`x${at}`, `failing-${at}-${'long-'.repeat(12)}`, 'FAILED', 90 + at, FULL),
    );
    account.fill([...BUILDS, ...pushes, ...failing]);
    await openWall(page, account.token, '/?lens=wall&-image=nothing');
    await expect(part(page, 'Batches under way').getByRole('listitem')).toHaveCount(4);
    await expect(part(page, 'Failing since').getByRole('listitem')).toHaveCount(9);
    await expect(part(page, 'Newest failures').getByRole('listitem')).toHaveCount(4);
    const least = await wall(page)
      .locator(':text-matches("\\\\S")')
      .evaluateAll((all) =>
        Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
      );
    // Capitals are 0.7 of a letter's size: 12 mm on a screen that is 535 mm high.
    expect(least / height).toBeGreaterThan(0.032);
    const { over, wide } = await wall(page).evaluate((one) => ({
      over: one.scrollHeight - one.clientHeight,
      wide: one.scrollWidth - one.clientWidth,
    }));
    expect([over, wide]).toEqual([0, 0]);
  });
}

test('greys out and says since when, once three polls brought nothing, and comes back', async ({
  page,
  account,
  guards,
}) => {
  guards.allowFailedRequests();
  await page.clock.install();
  await openWall(page, account.token);
  let down = true;
  await page.route('**/api/v1/images/builds*', (route) =>
    down ? route.abort('connectionrefused') : route.continue(),
  );
  const asOf = await wall(page)
    .getByText(/^as of/)
    .textContent();
  await page.clock.fastForward(20_000);
  await expect(stopped(page)).toHaveText(/^stopped \d\d:\d\d UTC$/);
  expect(asOf).toContain((await stopped(page).textContent())?.slice(8, 13) ?? 'no time');
  await expect(
    wall(page).getByText('The API cannot be reached. Check the connection.'),
  ).toBeVisible();
  expect(await colours(page)).not.toContain(GOOD);
  await expect(part(page, 'Failing since').getByRole('listitem')).toHaveCount(3);
  expect(await findViolations(page)).toEqual([]);
  await page.clock.fastForward('25:00:00');
  await expect(stopped(page)).toHaveText(/^stopped \d\d \w+, \d\d:\d\d UTC$/);
  down = false;
  await expect(async () => {
    await page.clock.fastForward(30_000);
    await expect(wall(page).getByText(/^as of/)).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await colours(page)).toContain(GOOD);
});

test('is filled by a refused token with what to do, and goes on with another', async ({
  page,
  account,
  servers,
  guards,
}) => {
  guards.allowFailedRequests();
  await page.clock.install();
  await openWall(page, account.token);
  servers.api.revoke(account.token);
  await page.clock.fastForward(40_000);
  const alert = page.getByRole('alert').filter({ hasText: 'the API refused this token (401)' });
  await expect(alert).toBeVisible();
  await expect(alert).toContainText('Paste a new token');
  expect(new URL(page.url()).search).toBe('?lens=wall');
  const covered = await page.evaluate(() => {
    const { innerWidth: width, innerHeight: height } = window;
    const board = document.querySelector('[aria-label=Wallboard]');
    return [0.05, 0.5, 0.95].some((x) =>
      [0.05, 0.5, 0.95].some((y) =>
        board?.contains(document.elementFromPoint(x * width, y * height)),
      ),
    );
  });
  expect(covered).toBe(false);
  expect(await findViolations(page)).toEqual([]);
  servers.api.fill(account.token, BUILDS);
  await page.getByRole('textbox', { name: 'API token' }).fill(account.token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(alert).toHaveCount(0);
  await expect(wall(page).getByText(/^as of/)).toBeVisible();
});

test('is left by Escape or its one button, back to where one came from', async ({
  page,
  account,
}) => {
  await signIn(page, account.token, '/?status=FAILED');
  await waitUntilComplete(page);
  await page.getByRole('button', { name: 'More lenses' }).click();
  await page.getByRole('menuitemradio', { name: 'Wall' }).click();
  await expect(page).toHaveURL(/\?lens=wall&status=FAILED$/);
  await expect(wall(page).getByText('Builds: status is failed.')).toBeVisible();
  await expect(part(page, 'Failing since').getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(builds(page)).toBeVisible();
  await expect(page).toHaveURL(/\/\?status=FAILED$/);
  // What was opened by its address has nothing before it.
  await page.goto('/?lens=wall&q=alpha');
  await expect(part(page, 'Failing since').getByRole('listitem')).toHaveText([/^alpha/]);
  await expect(leave(page)).toHaveCSS('opacity', '0');
  await page.mouse.move(300, 300);
  await expect(leave(page)).toHaveCSS('opacity', '1');
  await expect(leave(page)).toHaveCSS('opacity', '0');
  await page.keyboard.press('Tab');
  await expect(leave(page)).toBeFocused();
  await expect(leave(page)).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/\?q=alpha$/);
  await expect(builds(page)).toBeVisible();
});

test('keeps the screen on, again after the page was hidden, and says where it cannot', async ({
  page,
  account,
}) => {
  const setHidden = await hideable(page);
  await page.addInitScript(() => {
    const taken: EventTarget[] = [];
    const request = async () => {
      const lock = Object.assign(new EventTarget(), { release: async () => {} });
      taken.push(lock);
      return lock;
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    Object.assign(window, { taken });
  });
  const locks = () => page.evaluate(() => Reflect.get(window, 'taken').length);
  await openWall(page, account.token);
  expect(await locks()).toBe(1);
  await page.evaluate(() => Reflect.get(window, 'taken')[0].dispatchEvent(new Event('release')));
  await expect(wall(page).getByText('The browser does not keep the screen on now')).toBeVisible();
  await setHidden(true);
  await setHidden(false);
  await expect.poll(locks).toBe(2);
  await expect(wall(page).getByText(/keep the screen on/)).toHaveCount(0);
});

test('says where a browser cannot keep the screen on', async ({ page, account }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'wakeLock'));
  await openWall(page, account.token);
  await expect(wall(page).getByText('This browser cannot keep the screen on')).toBeVisible();
});

test('moves nothing while no build does', async ({ page, account }) => {
  await openWall(page, account.token);
  const running = () => page.evaluate(() => document.getAnimations().length);
  expect(await running()).toBe(0);
  const before = await wall(page).innerText();
  // An answer came that says the same: only its time is another one.
  const asOf = wall(page).getByText(/^as of/);
  await expect(asOf).not.toHaveText(/as of.*/.exec(before)?.[0] ?? '', { timeout: 15_000 });
  expect(await running()).toBe(0);
  const still = (text: string) => text.replace(/as of .*|\d+ min/g, '');
  expect(still(await wall(page).innerText())).toBe(still(before));
});

test('keeps a token out of its address', async ({ page, account, guards }) => {
  await openWall(page, account.token, `/?lens=wall&token=pit_${'0'.repeat(32)}`);
  expect(new URL(page.url()).search).toBe('?lens=wall');
  await guards.inspect();
});

for (const width of [390, 360]) {
  test(`can be read on a phone ${width} px wide as well`, async ({ page, account }) => {
    await page.setViewportSize({ width, height: 800 });
    await openWall(page, account.token);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    const wide = await wall(page).evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(wide).toBe(0);
    expect(await findViolations(page)).toEqual([]);
  });
}
