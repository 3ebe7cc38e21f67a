import type { Page } from '@playwright/test';
import { startLocalApi } from '../src/local-api/startLocalApi.ts';
import { guard } from './support/guards.ts';
import { restPointer } from './support/restPointer.ts';
import { startGateway } from './support/startGateway.ts';
import { test as base, expect, signIn, waitUntilComplete } from './support/test.ts';

const rows = (page: Page) => page.locator('[data-row]');

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
const test = base.extend<{ demo: MovingDemo }>({
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

test('moves nothing under a resting pointer in two minutes of the demo', async ({ page, demo }) => {
  test.setTimeout(900_000);
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
    await restPointer(page, rows(page).nth(3));
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
});
