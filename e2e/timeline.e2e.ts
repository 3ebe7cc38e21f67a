import type { Page } from '@playwright/test';
import { buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { pasted } from './support/pasted.ts';
import { readDownload } from './support/readDownload.ts';
import { expect, openAs, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

const HOUR = 3_600_000;
/** So many that each bucket of the timeline is an hour. */
const HOURS = 98;
/** The hour that is not over while one looks: the page's clock stands in its midst. */
const THIS_HOUR = Math.floor(Date.now() / HOUR) * HOUR;

/** One build an hour, created as it begins; the newest in the hour that is not over. */
function hourly() {
  return Array.from({ length: HOURS }, (_, at) => {
    const created = THIS_HOUR - at * HOUR;
    const iso = (ms: number) => new Date(created + ms).toISOString();
    return buildOf(`b${at}`, {
      imageName: `image-${at}`,
      status: at % 7 === 3 ? 'FAILED' : 'COMPLETED',
      createdAt: iso(0),
      startedAt: iso(0),
      completedAt: iso(60_000),
    });
  });
}

const figure = (page: Page) => page.getByRole('figure', { name: 'Builds over time' });
const slider = (page: Page) => figure(page).getByRole('slider', { name: 'Range of time' });
const toggle = (page: Page) => page.getByRole('button', { name: 'Timeline', exact: true });
const count = (page: Page) => page.getByRole('status').filter({ hasText: /of 98 builds/ });
const rows = (page: Page) =>
  page.getByRole('table', { name: 'Image builds' }).locator('[data-row]');

/** The middle of a bucket, `-1` the last one. */
async function bucket(page: Page, at: number) {
  const box = await slider(page).boundingBox();
  if (box === null) throw new Error('The timeline is not drawn.');
  const place = at < 0 ? HOURS + at : at;
  return { x: box.x + (box.width * (place + 0.5)) / HOURS, y: box.y + box.height / 2 };
}

test.beforeEach(async ({ page, account }) => {
  account.fill(hourly());
  await page.clock.install({ time: THIS_HOUR + HOUR / 3 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await openAs(page, account.token);
  await waitUntilComplete(page);
});

test('shows builds over time and hides them, remembered here and said in the address', async ({
  page,
}) => {
  await expect(figure(page)).toHaveCount(0);
  await toggle(page).click();
  await expect(figure(page)).toContainText('98 builds');
  await expect(figure(page)).toContainText('14 failed');
  await expect(page).toHaveURL(/timeline=1$/);
  await expect(toggle(page)).toHaveAttribute('aria-pressed', 'true');
  // The same figures stand behind the picture.
  const lines = figure(page).getByRole('table').getByRole('row');
  await expect(lines).toHaveCount(HOURS + 1);
  await expect(lines.nth(1)).toContainText('so far');
  await figure(page).getByRole('button', { name: 'Figures' }).click();
  await expect(figure(page).getByRole('link', { name: '1', exact: true }).first()).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.goto('/?status=FAILED');
  await expect(figure(page)).toContainText('14 builds');
  await waitUntilHears(page);
  await expect(toggle(page)).toBeVisible();
  await page.keyboard.press('t');
  await expect(figure(page)).toHaveCount(0);
  await page.goto('/?status=COMPLETED');
  await expect(rows(page).first()).toBeVisible();
  await expect(figure(page)).toHaveCount(0);
});

test('says in the address that the figures are open, so that a bookmark opens them', async ({
  page,
}) => {
  const opener = figure(page).getByRole('button', { name: 'Figures' });
  const table = page.getByRole('region', { name: 'Figures of builds over time' });
  // Nobody has chosen the timeline on this device: the address alone shows it.
  await page.goto('/?status=FAILED&timeline=figures');
  await expect(table.getByRole('link', { name: '1', exact: true })).toHaveCount(28);
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  const entries = await page.evaluate(() => history.length);
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?status=FAILED&timeline=1$/);
  await expect(table).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?status=FAILED&timeline=figures$/);
  await expect(table).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.reload();
  await expect(table).toBeVisible();
  // A filter that leaves few times moves no row.
  const top = async () => (await rows(page).first().boundingBox())?.y;
  const before = await top();
  await page.getByRole('searchbox', { name: 'Search builds' }).fill('image-3');
  await expect(table.getByRole('row')).toHaveCount(4);
  expect(await top()).toBe(before);
  await toggle(page).click();
  await expect(page).toHaveURL(/\?status=FAILED&q=image-3$/);
  await expect(figure(page)).toHaveCount(0);
});

test('takes a stretch of time by a drag, the last bucket with it, and Back undoes it', async ({
  page,
}) => {
  await page.goto('/?timeline=1');
  await expect(figure(page)).toContainText('98 builds');
  const from = await bucket(page, -2);
  const to = await bucket(page, -1);
  await page.mouse.move(from.x, from.y);
  await expect(figure(page)).toContainText('1 build 1 completed');
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expect(figure(page)).toContainText('so far 2 builds');
  await page.mouse.move(to.x + 500, to.y);
  await page.mouse.up();
  await expect(count(page)).toHaveText('2 of 98 builds');
  await expect(page).toHaveURL(/created=[\d-]+T\d\d:00Z\.\.[\d-]+T\d\d:59Z/);
  await page.goBack();
  await expect(count(page)).toHaveText('98 of 98 builds');
  await page.goForward();
  await expect(count(page)).toHaveText('2 of 98 builds');
  await figure(page).getByRole('button', { name: 'Clear the range' }).click();
  await expect(count(page)).toHaveText('98 of 98 builds');
  await expect(page).not.toHaveURL(/created/);
  await expect(figure(page).getByRole('button', { name: 'Clear the range' })).toBeDisabled();
});

test('draws the bars in one step with the rows while one types', async ({ page }) => {
  await page.goto('/?timeline=1');
  await expect(figure(page)).toContainText('98 builds');
  // Each batch that an observer is given is one step of drawing.
  const steps = await page.evaluateHandle(() => {
    const seen: { bars: boolean; count: boolean }[] = [];
    const bars = document.querySelector('figure[aria-label="Builds over time"] svg');
    new MutationObserver((records) => {
      seen.push({
        bars: records.some(({ target }) => bars?.contains(target)),
        count: document.body.textContent?.includes('1 of 98 builds') ?? false,
      });
    }).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    return seen;
  });
  await page.getByRole('searchbox', { name: 'Search builds' }).pressSequentially('image-97');
  await expect(count(page)).toHaveText('1 of 98 builds');
  await expect
    .poll(() => steps.evaluate((seen) => seen.find(({ count }) => count)?.bars ?? null))
    .toBe(true);
});

test('takes one bucket by a click, and none when Escape ends a drag', async ({ page }) => {
  await page.goto('/?timeline=1');
  await expect(figure(page)).toContainText('98 builds');
  const first = await bucket(page, 10);
  const second = await bucket(page, 20);
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(second.x, second.y, { steps: 3 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(count(page)).toHaveText('98 of 98 builds');
  await expect(page).toHaveURL(/\?timeline=1$/);
  await page.mouse.click(first.x, first.y);
  await expect(count(page)).toHaveText('1 of 98 builds');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toHaveAttribute('data-row', `b${HOURS - 1 - 10}`);
});

test('takes a stretch of time by keys alone', async ({ page }) => {
  await page.goto('/?timeline=1');
  await expect(figure(page)).toContainText('98 builds');
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /: 1 build, 1 completed;/);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    /: 3 builds, 1 failed, 2 completed;/,
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('98 of 98 builds');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('2 of 98 builds');
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(count(page)).toHaveText('98 of 98 builds');
});

const another = (page: Page) =>
  figure(page).getByRole('button', { name: 'Compare with another range' });
const second = (page: Page) =>
  figure(page).getByRole('slider', { name: 'Range of time to compare with' });
const sides = (page: Page) =>
  page
    .getByRole('table', { name: 'Figures of both sides' })
    .getByRole('row', { name: /^Builds created/ });

test('compares two ranges that are dragged, and Back undoes it', async ({ page }) => {
  await page.goto('/?timeline=1');
  await expect(figure(page)).toContainText('98 builds');
  await expect(another(page)).toHaveCount(0);
  const drag = async (from: number, to: number) => {
    const [a, b] = [await bucket(page, from), await bucket(page, to)];
    await page.mouse.move(a.x, a.y);
    await page.mouse.down();
    await page.mouse.move(b.x, b.y, { steps: 4 });
    await page.mouse.up();
  };
  await drag(40, 43);
  await expect(count(page)).toHaveText('4 of 98 builds');
  await another(page).click();
  await expect(figure(page)).toContainText('Take the range to compare with');
  await expect(figure(page).getByRole('table')).toHaveCount(0);
  await drag(10, 12);
  await expect(page).toHaveURL(
    /\?lens=compare&compare=[\d-]+T\d\d:00Z\.\.[\d-]+T\d\d:59Z,[\d-]+T\d\d:00Z\.\.[\d-]+T\d\d:59Z&timeline=1$/,
  );
  // The longer one is cut to the three hours of the other.
  await expect(sides(page).getByRole('cell')).toHaveText(['3', '3', '0']);
  await expect(page.getByRole('status').filter({ hasText: /against/ })).toContainText(
    'Cut to the same length',
  );
  await page.reload();
  await expect(sides(page).getByRole('cell')).toHaveText(['3', '3', '0']);
  await page.goBack();
  await expect(count(page)).toHaveText('4 of 98 builds');
  await page.goBack();
  await expect(count(page)).toHaveText('98 of 98 builds');
});

test('compares two ranges by the keyboard alone, and Escape leaves', async ({ page }) => {
  await page.goto('/?lens=timeline');
  await expect(figure(page)).toContainText('98 builds');
  await slider(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(another(page)).toBeVisible();
  await another(page).focus();
  await page.keyboard.press('Enter');
  await expect(second(page)).toBeFocused();
  await expect(second(page)).toHaveAccessibleDescription(
    /Enter compares what is selected with the outlined range, Escape leaves\.$/,
  );
  await page.keyboard.press('ArrowLeft');
  await expect(second(page)).toHaveAttribute('aria-valuetext', /: 1 build, 1 completed;/);
  await page.keyboard.press('Escape');
  await expect(second(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(another(page)).toBeFocused();
  await expect(page).toHaveURL(/lens=timeline&created=/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(second(page)).toHaveAttribute('aria-valuetext', /: 2 builds, 2 completed;/);
  await page.keyboard.press('Enter');
  await expect(sides(page).getByRole('cell')).toHaveText(['2', '2', '0']);
  await page.goBack();
  await expect(slider(page)).toBeVisible();
});

for (const width of [1440, 390]) {
  test(`shows which range another is compared with, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const hour = new Date(THIS_HOUR - 40 * HOUR).toISOString();
    const range = `${hour.slice(0, 16)}Z..${hour.slice(0, 13)}:59Z`;
    await page.goto(`/?lens=timeline&created=${range}`);
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect(another(page)).toBeVisible();
    expect(await overflow()).toBe(0);
    await another(page).click();
    await expect(second(page)).toBeFocused();
    expect(await overflow()).toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(page)).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await findViolations(page)).toEqual([]);
    const place = await second(page).boundingBox();
    await page.keyboard.press('Home');
    await expect(second(page)).toHaveAttribute('aria-valuenow', '1');
    expect(await second(page).boundingBox()).toEqual(place);
    await page.getByRole('button', { name: 'Do not compare' }).click();
    await expect(another(page)).toBeFocused();
  });
}

test('is a lens, whose table leads to the builds of a time', async ({ page }) => {
  const lenses = page.getByRole('navigation', { name: 'Lenses' });
  await lenses.getByRole('link', { name: 'Timeline' }).click();
  await expect(page).toHaveURL(/lens=timeline$/);
  await expect(page.getByRole('status').filter({ hasText: 'over' })).toHaveText(
    '98 builds over 4 d 2 h',
  );
  const table = page.getByRole('table', { name: 'Builds by time' });
  await expect(table.locator('[data-row]').first()).toContainText('so far');
  expect(await findViolations(page)).toEqual([]);
  const last = await bucket(page, -1);
  await page.mouse.click(last.x, last.y);
  await expect(page.getByRole('status').filter({ hasText: 'over' })).toContainText('1 build over');
  await expect(page).toHaveURL(/lens=timeline&created=/);
  await page.goBack();
  await expect(page.getByRole('status').filter({ hasText: 'over' })).toHaveText(
    '98 builds over 4 d 2 h',
  );
  await expect(table.locator('[data-row]').first()).toContainText('so far');
  await table
    .getByRole('button', { name: /^Show the time / })
    .nth(3)
    .click();
  await page.getByRole('link', { name: '1 failed' }).click();
  await expect(page).toHaveURL(/status=FAILED/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toHaveAttribute('data-row', 'b3');
});

test('shows the timeline on a phone and to the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await page.goto('/?timeline=1');
  await expect(figure(page)).toContainText('98 builds');
  expect(await overflow()).toBe(0);
  await waitUntilHears(page);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('table', { name: 'Builds by time' })).toBeVisible();
  await expect(page.locator('[data-row]').first()).toBeVisible();
  expect(await overflow()).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('j');
  await expect(page.locator('[data-row]:focus')).toHaveCount(1);
});

test('exports its figures as CSV, JSON and Markdown, each time with its zone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-write']);
  await page.goto('/?lens=timeline&status=FAILED');
  await expect(page.getByRole('status').filter({ hasText: 'over' })).toContainText(
    '14 builds over',
  );
  const menu = page.getByRole('button', { name: /^Export / });
  await expect(menu).toHaveAccessibleName('Export 14 times or 14 filtered builds');
  const saved = async (item: string) => {
    const coming = page.waitForEvent('download');
    await menu.click();
    await page.getByRole('menuitem', { name: item }).click();
    return readDownload(await coming);
  };
  const { times, complete, link } = JSON.parse(await saved('Download times as JSON'));
  expect(complete).toBe(true);
  expect(link).toContain('?lens=timeline&status=FAILED');
  const failed: number[] = times.map((one: { failed: number }) => one.failed);
  expect(failed.reduce((sum, one) => sum + one, 0)).toBe(14);
  const [newest] = times.filter((one: { failed: number }) => one.failed > 0);
  const hour = new Date(THIS_HOUR - 3 * HOUR);
  expect(newest).toMatchObject({ builds: 1, failed: 1, completed: 0, running_at_once: 0.02 });
  expect(Date.parse(newest.from)).toBe(hour.getTime());
  expect(Date.parse(newest.to)).toBe(hour.getTime() + HOUR);
  const csv = (await saved('Download times as CSV')).trimEnd().split('\r\n');
  expect(csv).toHaveLength(times.length + 1);
  expect(csv[0]).toContain('from');
  expect(csv.find((line) => line.includes(newest.from))).toMatch(/Z/);
  await menu.click();
  await page.getByRole('menuitem', { name: 'Copy times as Markdown table' }).click();
  await expect(page.getByText(`Copied 14 times as a Markdown table.`).last()).toBeVisible();
  const lines = (await pasted(page)).trimEnd().split('\n');
  expect(lines[0]).toMatch(/^14 builds over .*, by 1 h \(.+\), as of /);
  expect(lines[2]).toContain('| Time | Builds | Failed | Completed |');
  expect(lines).toHaveLength(times.length + 4);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`prints the picture and its figures from a ${colorScheme} page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/?lens=timeline');
    await expect(page.getByRole('status').filter({ hasText: 'over' })).toContainText('98 builds');
    await waitUntilHears(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('[data-print]')).toBeAttached();
    await page.emulateMedia({ media: 'print', colorScheme });
    const paper = page.getByRole('region', { name: 'Times to print' });
    const picture = paper.getByRole('figure', { name: 'Builds over time' });
    await expect(picture).toBeVisible();
    await expect(picture).toContainText('at most 1:failedcompletedthe dashed one so far');
    await expect(paper).toContainText('98 builds over 4 d 2 h, by 1 h');
    await expect(paper.getByRole('row')).toHaveCount(HOURS + 1);
    await expect(paper.getByRole('row').nth(1)).toContainText('so far');
    await expect(slider(page)).toBeHidden();
    // What the bars are drawn in is read on white, whatever the page was read in.
    const colors = await picture.evaluate((figure) =>
      [...figure.querySelectorAll('path')].map((path) => getComputedStyle(path).color),
    );
    expect(new Set(colors).size).toBeGreaterThan(2);
    // Paper has no landmarks.
    const [landmark, ...more] = await findViolations(page);
    expect(landmark).toMatchObject({ id: 'landmark-one-main' });
    expect(more).toEqual([]);
  });
}

for (const timeline of ['1', 'figures']) {
  test(`moves no row when the timeline comes later than the rows (timeline=${timeline})`, async ({
    page,
  }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/TimelinePanel-.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`/?timeline=${timeline}`);
    await expect(rows(page).first()).toBeVisible();
    await waitUntilComplete(page);
    const top = async () => (await rows(page).first().boundingBox())?.y;
    await expect(figure(page)).toHaveCount(0);
    const before = await top();
    release();
    await expect(figure(page)).toContainText('98 builds');
    expect(await top()).toBe(before);
  });
}
