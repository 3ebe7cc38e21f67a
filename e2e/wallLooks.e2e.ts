import type { Page } from '@playwright/test';
import { findViolations } from './support/axe.ts';
import { enterOther } from './support/enterOther.ts';
import { overflow } from './support/overflow.ts';
import { startGateway } from './support/startGateway.ts';
import { enterToken, expect, openAs, test } from './support/test.ts';
import { FULL, made, openWall, part, pushOf, stopped, wall, wallBuilds } from './support/wall.ts';

const TEAM = 'cm9zk2w8r0003l708u5d1q6fy';

test.beforeEach(({ account }) => {
  account.fill(wallBuilds());
});

/** How many rows of a list are cut off, and whether there is room for one more. */
const roomLeft = (page: Page, name: string) =>
  part(page, name)
    .getByRole('list')
    .evaluate((list) => {
      const { bottom } = list.getBoundingClientRect();
      const rows = [...list.children].map((row) => row.getBoundingClientRect());
      const last = rows.at(-1);
      return {
        cut: rows.filter((row) => row.bottom > bottom).length,
        forMore: last === undefined || last.bottom + last.height < bottom,
      };
    });

for (const [width, height] of [
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
] as const) {
  test(`can be read from 4 m on a screen of ${width} x ${height}, without scrolling`, async ({
    page,
    account,
  }) => {
    await page.setViewportSize({ width, height });
    const pushes = ['gym', 'bench', 'code', 'eval'].flatMap(pushOf);
    const failing = Array.from({ length: 30 }, (_, at) =>
      made(`x${at}`, `failing-${at}-${'long-'.repeat(12)}`, 'FAILED', 90 + at, FULL),
    );
    account.fill([...wallBuilds(), ...pushes, ...failing]);
    await openWall(page, account.token, '/?lens=wall&-image=nothing');
    await expect(part(page, 'Batches under way').getByRole('listitem')).toHaveCount(4);
    for (const name of ['Failing since', 'Newest failures']) {
      await expect.poll(() => roomLeft(page, name)).toEqual({ cut: 0, forMore: false });
    }
    const least = await wall(page)
      .locator(':text-matches("\\\\S")')
      .evaluateAll((all) =>
        Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))),
      );
    // Capitals are 0.7 of a letter's size: 12 mm on a screen whose shorter side is 535 mm.
    expect(least / Math.min(width, height)).toBeGreaterThan(0.032);
    const { over, wide } = await wall(page).evaluate((one) => ({
      over: one.scrollHeight - one.clientHeight,
      wide: one.scrollWidth - one.clientWidth,
    }));
    expect([over, wide]).toEqual([0, 0]);
  });
}

for (const width of [390, 360]) {
  test(`can be read on a phone ${width} px wide as well`, async ({ page, account }) => {
    await page.setViewportSize({ width, height: 800 });
    await openWall(page, account.token);
    expect(await overflow(page)).toBe(0);
    const wide = await wall(page).evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(wide).toBe(0);
    expect(await findViolations(page)).toEqual([]);
  });
}

test('says large that there is nothing, and shows the first build by itself', async ({
  page,
  account,
  servers,
}) => {
  account.fill([]);
  await page.clock.install();
  await page.goto('/?lens=wall');
  await enterToken(page, account.token);
  await expect(wall(page).getByRole('heading', { name: 'No builds yet' })).toBeVisible();
  await expect(wall(page)).not.toContainText('failing');
  expect(await findViolations(page)).toEqual([]);
  servers.api.put(account.token, [made('n', 'first', 'BUILDING', 0)]);
  // An empty list is asked for again within a minute.
  await page.clock.fastForward(60_000);
  await expect(wall(page).getByText('No batch under way')).toBeVisible();
  await expect(wall(page).getByText('No image is failing')).toBeVisible();
  await page.goto('/?lens=wall&image=nothing-like-it');
  const none = wall(page).getByRole('heading', { name: 'No build matches the filter' });
  await expect(none).toBeVisible();
});

test('says that the data are a demo', async ({ page, account, guards }) => {
  await openWall(page, account.token);
  await expect(wall(page).getByText(/Demo data|Team/)).toHaveCount(0);
  const demo = await startGateway([]);
  guards.allowOrigin(demo.url);
  await openAs(page, 'demo-small', demo.url);
  await page.goto(`${demo.url}/?lens=wall`);
  await expect(wall(page).getByText('Demo data', { exact: true })).toBeVisible();
  await page.goto('about:blank');
  await demo.stop();
});

test('says whose builds it shows where they are a team’s', async ({ page, account, servers }) => {
  servers.api.fill(account.token, wallBuilds(), TEAM);
  await page.goto(`/?team=${TEAM}&lens=wall`);
  await enterToken(page, account.token);
  await expect(wall(page).getByText(/^Team cm9zk…q6fy$/)).toBeVisible();
});

test('tells a screen reader of its parts, and speaks up only once it has stopped', async ({
  page,
  account,
  guards,
}) => {
  guards.allowFailedRequests();
  await page.clock.install();
  await openWall(page, account.token);
  await expect(page.getByRole('heading')).toHaveText([
    'Image Builds',
    '1 batch under way',
    '3 images failing, the longest first',
    'Newest failures',
  ]);
  const live = page.locator(
    '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]',
  );
  const said = async () => (await live.allTextContents()).filter((text) => text !== '');
  expect(await said()).toEqual([]);
  await page.route('**/api/v1/images/builds*', (route) => route.abort('connectionrefused'));
  await page.clock.fastForward(20_000);
  await expect(stopped(page)).toBeVisible();
  expect(await said()).toEqual([expect.stringMatching(/^stopped \d\d:\d\d UTC$/)]);
});

test('shows both ends of long names, which differ at the end', async ({ page, account }) => {
  const long = 'swe-bench-verified.django__django-11099.the-same-beginning';
  account.fill([1, 2].map((at) => made(`l${at}`, `${long}-task-${at}`, 'FAILED', at, FULL)));
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openWall(page, account.token);
  for (const at of [1, 2]) {
    const ends = new RegExp(`^swe-bench.+…\\S+-task-${at}(?::v1)?$`);
    await expect(wall(page).getByText(ends)).toHaveCount(2);
  }
});

test('tells fresh from old where the system chooses the colours', async ({
  page,
  account,
  guards,
}) => {
  guards.allowFailedRequests();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.clock.install();
  await openWall(page, account.token);
  const inks = () =>
    wall(page)
      .locator(':is(h1, h2, li, li *):text-matches("\\\\S")')
      .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).color))]);
  const fresh = await inks();
  await page.route('**/api/v1/images/builds*', (route) => route.abort('connectionrefused'));
  await page.clock.fastForward(20_000);
  await expect(stopped(page)).toBeVisible();
  const old = await inks();
  expect(old).toHaveLength(1);
  expect(fresh).not.toContain(old[0]);
});

test('shows nothing of one account while it is not known whose the next token is', async ({
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
  const other = `pit_${'c'.repeat(48)}`;
  guards.watch(other);
  const answer = await enterOther({ page, servers }, other, [
    made('o', 'of-another', 'FAILED', 5, FULL),
  ]);
  await expect(wall(page)).not.toContainText(/alpha|swe[ .]/);
  answer();
  await expect(part(page, 'Failing since')).toContainText('of-another');
  await expect(wall(page)).not.toContainText(/alpha|swe[ .]/);
});

test('says so far while the list is not read to its end', async ({ page, account }) => {
  account.fill([
    ...wallBuilds(),
    ...Array.from({ length: 400 }, (_, at) => made(`m${at}`, `more-${at}`, 'COMPLETED', 5000 + at)),
  ]);
  await openAs(page, account.token);
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/offset=[1-9]/, async (route) => {
    await answered;
    await route.continue();
  });
  await page.goto('/?lens=wall');
  await expect(wall(page).getByText(/^3 images failing so far, the longest first$/)).toBeVisible();
  await expect(wall(page).getByText('Newest failures so far')).toBeVisible();
  await expect(wall(page).getByText('active so far', { exact: true })).toBeVisible();
  answer();
  await expect(wall(page).getByText(/so far/)).toHaveCount(0);
});

test('says that builds are missing where the API counts more than it gives', async ({
  page,
  account,
}) => {
  await page.route('**/api/v1/images/builds*', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    await route.fulfill({ response, json: { ...body, total_count: body.total_count + 5 } });
  });
  await openAs(page, account.token);
  await page.goto('/?lens=wall');
  await expect(wall(page).getByText('16 of 21 loaded, retrying', { exact: true })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

test('stands on paper whole', async ({ page, account }) => {
  await openWall(page, account.token);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(part(page, 'Failing since').getByRole('listitem').last()).toBeVisible();
  expect(await wall(page).evaluate((one) => getComputedStyle(one).overflowY)).toBe('visible');
  await expect(page.getByRole('button', { name: 'Leave' })).toBeHidden();
});
