import type { Locator, Page } from '@playwright/test';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { drawn } from './support/drawn.ts';
import { expect, openAs, test, waitUntilComplete } from './support/test.ts';

const firstRow = (page: Page) => page.locator('[role=table] [data-row]').first();
const topOf = async (row: Locator) => (await row.boundingBox())?.y ?? Number.NaN;
const filters = (page: Page) => page.getByRole('toolbar', { name: 'Filter by' });
const facet = (page: Page, name: RegExp) => filters(page).getByRole('button', { name });

for (const [width, height, most] of [
  [1440, 900, 220],
  [390, 844, 200],
] as const) {
  test(`begins the rows by ${most} px at ${width} x ${height}`, async ({ page, account }) => {
    account.fill(300);
    await page.setViewportSize({ width, height });
    await openAs(page, account.token);
    await waitUntilComplete(page);
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
    await expect(filters(page)).toBeVisible();
    await drawn(page);
    expect(await topOf(firstRow(page))).toBeLessThanOrEqual(most);
  });
}

for (const width of [1440, 1024, 768, 390, 360, 320]) {
  test(`keeps what is pressed in sight, and says what has no room, ${width} px wide`, async ({
    page,
    account,
  }) => {
    account.fill(300);
    await page.setViewportSize({ width, height: 800 });
    await openAs(page, account.token, '/?status=FAILED&artifact=VM_SANDBOX');
    await waitUntilComplete(page);
    await expect(filters(page)).toBeVisible();
    await drawn(page);
    const line = await filters(page).boundingBox();
    const buttons = await filters(page).getByRole('button').all();
    for (const button of buttons) {
      const box = await button.boundingBox();
      expect(box?.x ?? 0).toBeGreaterThanOrEqual(line?.x ?? 0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
    const more = filters(page).getByRole('button', { name: /more to filter by/ });
    const hidden = (await more.count()) === 0 ? 0 : Number((await more.innerText()).slice(1));
    expect(buttons.length - 1 - (hidden > 0 ? 1 : 0) + hidden).toBe(8);
    const chips = page.getByRole('list', { name: 'Filter' }).getByRole('button', { name: /^Edit/ });
    await expect(chips).toHaveCount(2);
    for (const chip of await chips.all()) await expect(chip).toBeInViewport({ ratio: 1 });
    if (hidden === 0) return;
    await more.click();
    await page.getByRole('button', { name: /^Cancelled/ }).click();
    await expect(page).toHaveURL(/CANCELLED/);
  });
}

test('keeps many chips on one line of a phone, the newest in sight', async ({ page, account }) => {
  account.fill(300);
  await page.setViewportSize({ width: 390, height: 844 });
  await openAs(page, account.token, '/?status=FAILED&has=error&image=*a*');
  await waitUntilComplete(page);
  const list = page.getByRole('list', { name: 'Filter' });
  const chips = list.getByRole('button', { name: /^Edit/ });
  await expect(chips).toHaveCount(3);
  await drawn(page);
  const height = (await list.boundingBox())?.height ?? 0;
  expect(height).toBeLessThanOrEqual(56);
  await page.getByRole('searchbox').fill('tag:*1*');
  await page.getByRole('searchbox').press('Enter');
  await expect(chips).toHaveCount(4);
  await expect(chips.last()).toBeInViewport({ ratio: 1 });
  expect((await list.boundingBox())?.height).toBe(height);
});

test('is reached by few Tab stops, and skipped to the rows by the first', async ({
  page,
  account,
}) => {
  account.fill(300);
  await openAs(page, account.token, '/?status=FAILED&artifact=CONTAINER_IMAGE&has=error');
  await waitUntilComplete(page);
  await expect(filters(page)).toBeVisible();
  await page.getByRole('heading', { name: 'Image Builds' }).click();
  const stops: string[] = [];
  while (stops.length < 40) {
    await page.keyboard.press('Tab');
    const [isRow, name] = await page.evaluate(() => {
      const { activeElement: at } = document;
      return [
        at?.closest('[role=table]') !== null,
        at?.getAttribute('aria-label') ?? at?.textContent,
      ];
    });
    if (isRow) break;
    stops.push(String(name));
  }
  expect(stops.length, stops.join(', ')).toBeLessThanOrEqual(20);
  expect(stops).toContain('Skip to the rows');

  await page.getByRole('button', { name: 'Skip to the rows' }).press('Enter');
  await expect(firstRow(page)).toBeFocused();
});

test('walks the facets and the chips by arrow keys, each one stop', async ({ page, account }) => {
  account.fill(300);
  await openAs(page, account.token, '/?status=FAILED');
  await waitUntilComplete(page);
  await facet(page, /^Pending/).focus();
  await page.keyboard.press('ArrowRight');
  await expect(facet(page, /^Uploading/)).toBeFocused();
  await page.keyboard.press('Tab');
  const chips = page.getByRole('list', { name: 'Filter' });
  await expect(chips.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: 'Clear all' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(facet(page, /^Uploading/)).toBeFocused();
});

test('tells what is chosen from what is not where the system chooses the colours', async ({
  page,
  account,
}) => {
  account.fill(300);
  await page.emulateMedia({ forcedColors: 'active' });
  await openAs(page, account.token, '/?is=active');
  await waitUntilComplete(page);
  const background = (of: Locator) =>
    of.evaluate((element) => getComputedStyle(element).backgroundColor);
  const views = page.getByRole('navigation', { name: 'Views' });
  const active = views.getByRole('link', { name: /^Active/ });
  await expect(active).toHaveAttribute('aria-current', 'page');
  expect(await background(active)).not.toBe(
    await background(views.getByRole('link', { name: /^All/ })),
  );
  await facet(page, /^Building/).click();
  await expect(facet(page, /^Building/)).toHaveAttribute('aria-pressed', 'true');
  expect(await background(facet(page, /^Building/))).not.toBe(
    await background(facet(page, /^Failed/)),
  );
});

const LINES = Array.from({ length: 51 }, (_, at) => `line ${at + 1}`);
const FAILED = buildOf('failed', {
  status: 'FAILED',
  artifacts: [artifactOf('a', { status: 'FAILED', errorMessage: LINES.join('\n') })],
});

test('unfolds an error to its full height, with its end still in sight', async ({
  page,
  account,
}) => {
  account.fill([FAILED, buildOf('other')]);
  await openAs(page, account.token, '/?open=failed');
  const message = page.getByRole('region', { name: 'Error message' });
  await expect(message).toContainText('line 51');
  await page.getByRole('button', { name: 'Show all 51 lines' }).click();
  await expect(message).toContainText('line 1\nline 2\n', { useInnerText: true });
  await drawn(page);
  const [height, whole] = await message.evaluate((element) => [
    element.clientHeight,
    element.scrollHeight,
  ]);
  expect(height).toBe(whole);
  await expect
    .poll(async () => {
      const box = await message.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0);
    })
    .toBeLessThanOrEqual(800 + 8);
});

test('shows the error of a build first on a phone, and ticks builds', async ({ page, account }) => {
  account.fill([FAILED, buildOf('other', { imageName: 'fine' })]);
  await page.setViewportSize({ width: 390, height: 844 });
  await openAs(page, account.token);
  await page.getByRole('button', { name: 'Show artifacts of app:v1' }).click();
  const message = page.getByRole('region', { name: 'Error message' });
  await expect(message).toBeInViewport();
  await drawn(page);
  const error = await topOf(message);
  expect(error).toBeLessThan(await topOf(page.getByText('Image path', { exact: true }).last()));
  expect(error).toBeLessThan(await topOf(page.getByText('Waited', { exact: true }).last()));
  expect(await findViolations(page)).toEqual([]);

  const box = page.getByRole('checkbox', { name: 'Select fine:v1' });
  const room = await box.evaluate((input) => input.closest('label')?.getBoundingClientRect());
  expect(Math.min(room?.width ?? 0, room?.height ?? 0)).toBeGreaterThanOrEqual(40);
  await box.check();
  await expect(page.getByRole('button', { name: '1 selected: clear' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

test('pauses by one switch whose words do not tick', async ({ page, account, guards: _ }) => {
  account.fill(30);
  await page.clock.install();
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const live = page.getByRole('switch', { name: 'Live updates' });
  await expect(live).toBeChecked();
  const bar = live.locator('..');
  const words = await bar.innerText();
  for (let second = 0; second < 20; second++) {
    await page.clock.runFor(1000);
    expect(await bar.innerText()).toBe(words);
  }
  await live.press('Space');
  await expect(live).not.toBeChecked();
});

for (const [width, height] of [
  [390, 844],
  [320, 256],
] as const) {
  test(`is one page that scrolls, bars and all, at ${width} x ${height}`, async ({
    page,
    account,
  }) => {
    account.fill(2000);
    await page.setViewportSize({ width, height });
    await openAs(page, account.token);
    await waitUntilComplete(page);
    await expect(filters(page)).toBeVisible();
    await expect(firstRow(page)).toBeInViewport({ ratio: 0.9 });
    const scrollers = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((element) => {
            const { overflowY } = getComputedStyle(element);
            const scrolls = overflowY === 'auto' || overflowY === 'scroll';
            return scrolls && element.scrollHeight > element.clientHeight + 1;
          }).length,
      );
    expect(await scrollers()).toBe(1);

    await page.mouse.move(width / 2, height - 20);
    await page.mouse.wheel(0, 1500);
    await expect(page.getByRole('heading', { name: 'Image Builds' })).not.toBeInViewport();
    await expect(filters(page)).not.toBeInViewport();
    const seen = page.locator('[role=table] [data-row]');
    await expect.poll(() => seenFrom(seen, height)).toBe(0);

    await firstRow(page).focus();
    await page.keyboard.press('End');
    const last = page.getByRole('row').last();
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport({ ratio: 0.9 });
    await page.keyboard.press('Home');
    await expect(page.locator('[aria-rowindex="2"]')).toBeFocused();
    await expect(page.locator('[aria-rowindex="2"]')).toBeInViewport({ ratio: 0.9 });
  });
}

/** Pixels of the window that no row covers. */
async function seenFrom(rows: Locator, height: number): Promise<number> {
  const boxes = await rows.evaluateAll((all) =>
    all.map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return { top, bottom };
    }),
  );
  const covered = boxes.reduce(
    (sum, { top, bottom }) => sum + Math.max(0, Math.min(bottom, height) - Math.max(top, 0)),
    0,
  );
  return Math.max(0, Math.round(height - covered));
}
