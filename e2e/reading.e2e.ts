import type { Locator, Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { startLocalApi } from '../src/local-api/startLocalApi.ts';
import { guard } from './support/guards.ts';
import { plainBuilds } from './support/listAnswer.ts';
import { startGateway } from './support/startGateway.ts';
import { expect, signIn, test, waitUntilComplete } from './support/test.ts';

const MINUTE = 60_000;

const row = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);
const rows = (page: Page) => page.locator('[data-row]');

/** Rests the pointer on a row: in its middle, off its controls. */
async function rest(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('The row is not in view.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** Where the rows in view stand, by key. */
const tops = (page: Page) =>
  page.getByRole('table', { name: 'Image builds' }).evaluate((table) => {
    const { top, bottom } = table.getBoundingClientRect();
    const seen = [...table.querySelectorAll('[data-row]')]
      .map((each) => ({
        key: each.getAttribute('data-row') ?? '',
        y: each.getBoundingClientRect(),
      }))
      .filter(({ y }) => y.bottom > top && y.top < bottom)
      .map(({ key, y }): [string, number] => [key, y.top]);
    return Object.fromEntries(seen);
  });

const became = (build: Build, status: string): Build => ({ ...build, status });

test('leaves every row in its place under the pointer, greyed and marked, until the person moves on', async ({
  page,
  account,
  servers,
}) => {
  const builds = account
    .fill(plainBuilds(30, 'app', Date.now() - 60 * MINUTE))
    .map((build) => became(build, 'BUILDING'));
  account.fill(builds);
  await signIn(page, account.token, '/?status=BUILDING');
  await waitUntilComplete(page);
  await rest(page, row(page, 'app-5'));
  const before = await tops(page);

  const [first, second, third] = builds;
  if (!first || !second || !third) throw new Error('Too few builds were made.');
  const news = plainBuilds(2, 'new').map((build) => became(build, 'BUILDING'));
  servers.api.put(account.token, [became(first, 'FAILED'), became(second, 'CANCELLED'), ...news]);
  servers.api.remove(account.token, [third.id]);
  await page.keyboard.press('r');
  await expect(row(page, first.id)).toContainText('now failed');
  await expect(row(page, second.id)).toContainText('now cancelled');
  await expect(row(page, third.id)).toContainText('deleted');
  await expect(page.getByRole('button', { name: '2 new builds' })).toBeVisible();
  expect(await tops(page)).toEqual(before);
  // The count is that of the view; what only stays is not in it, nor in what is saved.
  await expect(page.getByRole('status').filter({ hasText: '29 of 31 builds' })).toBeVisible();

  await page.mouse.move(5, 5);
  await expect(row(page, first.id)).toHaveCount(0);
  await expect(row(page, third.id)).toHaveCount(0);
  await expect(rows(page).first()).toHaveAttribute('data-row', 'new-0');
  await expect(page.getByRole('button', { name: /new build/ })).toHaveCount(0);
});

test('leaves every row in its place while the keyboard is in them, and shows what waits when asked', async ({
  page,
  account,
  servers,
}) => {
  const builds = account.fill(plainBuilds(30, 'app', Date.now() - 60 * MINUTE));
  await signIn(page, account.token, '/?status=COMPLETED');
  await waitUntilComplete(page);
  // The keys come after the rows.
  await page.waitForLoadState('networkidle');
  await row(page, 'app-1').focus();
  const before = await tops(page);

  const [first] = builds;
  if (!first) throw new Error('No build was made.');
  servers.api.put(account.token, [became(first, 'FAILED'), ...plainBuilds(3, 'new')]);
  await page.keyboard.press('r');
  await expect(row(page, first.id)).toContainText('now failed');
  expect(await tops(page)).toEqual(before);
  await expect(row(page, 'app-1')).toBeFocused();

  await page.getByRole('button', { name: '3 new builds' }).click();
  await expect(rows(page).first()).toHaveAttribute('data-row', 'new-0');
  await expect(row(page, first.id)).toHaveCount(0);
});

test('leaves what is under the pointer there when something above moves the whole table', async ({
  page,
  account,
}) => {
  account.fill(plainBuilds(200));
  await signIn(page, account.token);
  await waitUntilComplete(page);
  await rest(page, row(page, 'app-9'));
  const before = await tops(page);
  // As a message above the rows does.
  await page.getByRole('table', { name: 'Image builds' }).evaluate((table) => {
    const message = document.createElement('div');
    message.style.cssText = 'height: 36px; flex: none';
    table.parentElement?.before(message);
  });
  await expect.poll(async () => (await tops(page))['app-9']).toBe(before['app-9']);
});

/** Looks at each frame, by the browser's own clock, how far what is in view has moved. */
async function watchRows(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const frame = window.requestAnimationFrame.bind(window);
    const seen = new Map<string, number>();
    const result = { moved: 0, gone: new Set<string>(), frames: 0, marked: new Set<string>() };
    let watching = false;
    const look = () => {
      const table = document.querySelector('[role=table]');
      if (watching && table) {
        const view = table.getBoundingClientRect();
        const now = new Map(
          [...table.querySelectorAll('[data-row]')].map((each) => [
            each.getAttribute('data-row') ?? '',
            each,
          ]),
        );
        if (seen.size === 0) {
          for (const [key, each] of now) {
            const { top, bottom } = each.getBoundingClientRect();
            if (bottom > view.top && top < view.bottom) seen.set(key, top);
          }
        }
        for (const [key, top] of seen) {
          const each = now.get(key);
          if (!each) result.gone.add(key);
          else {
            const by = Math.abs(each.getBoundingClientRect().top - top);
            result.moved = Math.max(result.moved, by);
            if (/now \w+|no longer matches|deleted/.test(each.textContent)) result.marked.add(key);
          }
        }
        result.frames += 1;
      }
      frame(look);
    };
    frame(look);
    Object.assign(window, {
      rowWatch: {
        start: () => {
          watching = true;
        },
        result: () => ({
          moved: result.moved,
          gone: result.gone.size,
          marked: result.marked.size,
          frames: result.frames,
        }),
      },
    });
  });
}

interface MovingDemo {
  readonly url: string;
  /** Lets time go by for the demo's builds. Milliseconds. */
  pass(ms: number): void;
  readonly now: number;
}

/** The demo's account by a clock of its own: two minutes pass in a few seconds. */
const demoTest = test.extend<{ demo: MovingDemo }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it
  demo: async ({}, use) => {
    let now = Date.now();
    const api = await startLocalApi({ accounts: ['demo'], now: () => now });
    const gateway = await startGateway(['--api', await api.listen(0)]);
    await use({
      url: gateway.url,
      now,
      pass(ms) {
        now += ms;
      },
    });
    await gateway.stop();
    await api.close();
  },
  baseURL: async ({ demo }, use) => use(demo.url),
  guards: async ({ page, demo }, use) => {
    const guards = await guard(page, demo.url);
    await use(guards);
    expect(guards.problems).toEqual([]);
  },
});

demoTest(
  'moves nothing under a resting pointer in two minutes of the demo',
  async ({ page, demo }) => {
    await watchRows(page);
    await page.clock.install({ time: demo.now });
    await signIn(page, 'demo');
    const views = { All: '/', Active: '/?is=active', Failed: '/?status=FAILED' };
    const figures: string[] = [];
    let marked = 0;
    let waited = 0;
    for (const [name, address] of Object.entries(views)) {
      await page.goto(address);
      await waitUntilComplete(page);
      await rest(page, rows(page).nth(3));
      await page.evaluate(() => Reflect.get(window, 'rowWatch').start());
      for (let second = 0; second < 120; second += 2) {
        demo.pass(2000);
        await page.clock.runFor(2000);
        // What was asked for is answered before more time goes by.
        await page.evaluate(() => fetch('/gateway.json').then((answer) => answer.text()));
      }
      const figure = await page.evaluate(() => Reflect.get(window, 'rowWatch').result());
      const text = await page.getByRole('button', { name: /new builds?$/ }).allTextContents();
      waited += Number.parseInt(text[0] ?? '0', 10);
      marked += figure.marked;
      figures.push(
        `${name}: ${figure.moved} px, ${figure.gone} rows gone unseen, ${figure.marked} marked, ${text[0] ?? 'no new build'}`,
      );
      expect(figure, name).toMatchObject({ moved: 0, gone: 0 });
      expect(figure.frames).toBeGreaterThan(60);
      await page.mouse.move(0, 0);
    }
    console.log(`Nothing jumps, two minutes each. ${figures.join('; ')}`);
    expect(marked, 'builds ended under the pointer').toBeGreaterThan(0);
    expect(waited, 'builds came meanwhile').toBeGreaterThan(0);
  },
);
