import type { Page } from '@playwright/test';
import { findViolations } from './support/axe.ts';
import { hideable } from './support/hideable.ts';
import { expect, openAs, test, waitUntilComplete } from './support/test.ts';
import { colours, FULL, openWall, part, stopped, wall, wallBuilds } from './support/wall.ts';

const leave = (page: Page) => page.getByRole('button', { name: 'Leave' });
const builds = (page: Page) => page.getByRole('table', { name: 'Image builds' });
const GOOD = 'rgb(22, 112, 62)';

test.beforeEach(({ account }) => {
  account.fill(wallBuilds());
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
  await expect(failing).toHaveText([/^alpha\s*2 d 1 h$/, /^beta\s*3 h 0\d min$/, /^swe.task-0/]);
  const failures = part(page, 'Newest failures').getByRole('listitem');
  await expect(failures).toHaveCount(3);
  await expect(failures.first()).toContainText('swe.task-0:v1');
  // Where the cause leaves something out, the line itself is there.
  await expect(failures.first()).toContainText(FULL);
  await expect(failures.last()).toContainText('not found');
  expect(await colours(page)).toContain(GOOD);
  expect(await page.getByRole('button').count()).toBe(1);
  expect(await page.getByRole('link').count()).toBe(0);
  expect(await page.getByRole('textbox').count()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findViolations(page)).toEqual([]);
});

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
  // What became of anything since is not known: it is said as it was.
  const counts = () =>
    wall(page)
      .getByText(/\d (?:active|failed|done)$/)
      .allTextContents();
  const before = [await counts(), await part(page, 'Failing since').innerText()];
  await page.clock.fastForward('25:00:00');
  await expect(stopped(page)).toHaveText(/^stopped \d\d \w+, \d\d:\d\d UTC$/);
  expect(before[0]).toContain('3 active');
  expect([await counts(), await part(page, 'Failing since').innerText()]).toEqual(before);
  down = false;
  await expect(async () => {
    await page.clock.fastForward(30_000);
    await expect(wall(page).getByText(/^as of/)).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await colours(page)).toContain(GOOD);
});

test('says why where there is no answer from the start', async ({ page, account, guards }) => {
  guards.allowFailedRequests();
  await openAs(page, account.token);
  await page.route('**/api/v1/images/builds*', (route) => route.abort('connectionrefused'));
  await page.goto('/?lens=wall');
  await expect(wall(page).getByText('waiting for the first answer')).toBeVisible();
  await expect(wall(page).getByText(/^The API cannot be reached\./)).toBeVisible();
  expect(await colours(page)).not.toContain(GOOD);
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
  await expect(alert).toContainText(/The last answer came at \d\d:\d\d UTC\. Paste a new token/);
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
  servers.api.fill(account.token, wallBuilds());
  await page.getByRole('textbox', { name: 'API token' }).fill(account.token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(alert).toHaveCount(0);
  await expect(wall(page).getByText(/^as of/)).toBeVisible();
});

test('is left by Escape or its one button, back to where one came from', async ({
  page,
  account,
}) => {
  await openAs(page, account.token, '/?status=FAILED');
  await waitUntilComplete(page);
  await page.getByRole('button', { name: 'More lenses' }).click();
  await page.getByRole('menuitemradio', { name: 'Wall' }).click();
  await expect(page).toHaveURL(/\?lens=wall&status=FAILED$/);
  await expect(wall(page).getByText('Status is failed', { exact: true })).toBeVisible();
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
  await expect.poll(locks).toBe(1);
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
  // The lines themselves come a moment after the causes.
  await expect(part(page, 'Newest failures').getByText(FULL)).toHaveCount(2);
  const running = () => page.evaluate(() => document.getAnimations().length);
  expect(await running()).toBe(0);
  const before = await wall(page).innerText();
  // An answer came that says the same: only its time is another one.
  const asOf = wall(page).getByText(/^as of/);
  await expect(asOf).not.toHaveText(/as of.*/.exec(before)?.[0] ?? '');
  expect(await running()).toBe(0);
  const still = (text: string) => text.replace(/as of .*|(?:under )?\d+ min/g, '');
  expect(still(await wall(page).innerText())).toBe(still(before));
});

test('keeps a token out of its address', async ({ page, account, guards }) => {
  await openWall(page, account.token, `/?lens=wall&token=pit_${'0'.repeat(32)}`);
  expect(new URL(page.url()).search).toBe('?lens=wall');
  await guards.inspect();
});
