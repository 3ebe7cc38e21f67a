import type { Page } from '@playwright/test';
import { startLocalApi } from '../src/local-api/startLocalApi.ts';
import { guard } from './support/guards.ts';
import { SteppedTabs } from './support/SteppedTabs.ts';
import { startGateway } from './support/startGateway.ts';
import { test as base, expect } from './support/test.ts';

/** The demo’s account, from the same moment on, by a clock of its own. */
interface SteppedDemo {
  readonly url: string;
  readonly start: number;
  /** Lets time go by for its builds. Milliseconds. */
  readonly pass: (ms: number) => void;
}

const START = Date.now();

async function startDemo(): Promise<SteppedDemo & { stop(): Promise<void> }> {
  let now = START;
  const api = await startLocalApi({ accounts: ['demo'], now: () => now });
  const gateway = await startGateway(['--api', await api.listen(0)]);
  return {
    url: gateway.url,
    start: START,
    pass: (ms) => {
      now += ms;
    },
    async stop() {
      await gateway.stop();
      await api.close();
    },
  };
}

const test = base.extend<{ demo: SteppedDemo; sameDemo: SteppedDemo }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it
  demo: async ({}, use) => {
    const demo = await startDemo();
    await use(demo);
    await demo.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it
  sameDemo: async ({}, use) => {
    const demo = await startDemo();
    await use(demo);
    await demo.stop();
  },
  baseURL: async ({ demo }, use) => use(demo.url),
  guards: async ({ page, demo }, use) => {
    const guards = await guard(page, demo.url);
    await use(guards);
    expect(guards.problems).toEqual([]);
  },
});

/** Few rows in sight: each tick of the clock draws them, in each tab. */
const VIEWPORT = { width: 1280, height: 400 };
test.use({ viewport: VIEWPORT });

const isComplete = (page: Page) => page.getByText('complete', { exact: true }).isVisible();

/** Runs in the page: so many tabs share what the API says. */
async function sharing(count: number): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  const ours = [...held, ...pending].filter(({ name }) => name?.startsWith('image-builds.pages'));
  return ours.length >= count;
}

/** Opens tabs of one account, as a browser does that brings a session back. */
async function openTabs(tabs: SteppedTabs, url: string, count: number): Promise<void> {
  const first = await tabs.open(url);
  const token = first.getByRole('textbox', { name: 'API token' });
  await tabs.passUntil(() => token.isVisible());
  await token.fill('demo');
  await first.getByRole('button', { name: 'Sign in' }).click();
  // Rows under a pointer keep their places.
  await first.mouse.move(0, 0);
  await tabs.passUntil(() => isComplete(first));
  await tabs.settle(1000);
  for (let more = 1; more < count; more += 1) {
    const page = await tabs.open(url);
    await page.waitForFunction(sharing, more + 1);
  }
  for (const page of tabs.pages) await tabs.passUntil(() => isComplete(page));
}

/** What a tab says it holds: how many builds of each kind, and its first rows with their status. */
async function heldBy(page: Page): Promise<readonly string[]> {
  const count = page.getByRole('status').filter({ hasText: 'builds' });
  const facets = page.getByRole('button', {
    name: /^(Pending|Uploading|Building|Completed|Failed|Cancelled) /,
  });
  // Beside the status stands an estimate, which is of the moment.
  const rows = await page.locator('[data-row]').evaluateAll((all) =>
    all.map((row) => {
      const status = row.querySelector('[data-column="status"]')?.textContent ?? '';
      return `${row.getAttribute('data-row')} ${/^[A-Z][a-z]+?(?=usually|$)/.exec(status)?.[0]}`;
    }),
  );
  return [
    ...(await count.allTextContents()),
    ...(await facets.allTextContents()),
    ...rows.slice(0, 15),
  ];
}

test('five tabs ask at most 1.2 times as often as one in two minutes of the demo, and hold the same', async ({
  browser,
  context,
  demo,
  sameDemo,
}) => {
  test.setTimeout(900_000);
  const alone = await browser.newContext({ viewport: VIEWPORT });
  const one = new SteppedTabs(alone, sameDemo.start, sameDemo.pass);
  await openTabs(one, sameDemo.url, 1);
  const opened = one.calls.length;
  await one.pass(120_000);
  await alone.close();
  const five = new SteppedTabs(context, demo.start, demo.pass);
  await openTabs(five, demo.url, 5);
  const openedFive = five.calls.length;
  await five.pass(120_000);
  const ratio = (five.calls.length - openedFive) / (one.calls.length - opened);
  const [of1, of5] = [one.calls.length, five.calls.length];
  console.log(
    `Two minutes of the demo: one tab made ${of1 - opened} calls, five made ${of5 - openedFive} (${ratio.toFixed(2)} times); with their opening ${of1} and ${of5} (${(of5 / of1).toFixed(2)} times)`,
  );
  // The builds stand still: what there is is seen by all.
  await five.settle(15_000);
  const held = await Promise.all(five.pages.map(heldBy));
  for (const each of held) expect(each).toEqual(held[0]);
  expect(held[0]?.length).toBeGreaterThan(15);
  expect(ratio, five.calls.join('\n')).toBeLessThanOrEqual(1.2);
  // Each looks at the head of the list when it is opened and when it has read all of it.
  expect(openedFive - opened, five.calls.join('\n')).toBeLessThanOrEqual(4 * 4);
});

test('loses nothing when the tab that leads is closed in mid sweep', async ({ context, demo }) => {
  test.setTimeout(600_000);
  const tabs = new SteppedTabs(context, demo.start, demo.pass);
  await openTabs(tabs, demo.url, 3);
  const [first, second, leader] = tabs.pages;
  if (!first || !second || !leader) throw new Error('no tabs');
  await tabs.pass(10_000);
  // The tab that was opened last leads; it begins to read the whole list, and is gone.
  await leader.getByRole('button', { name: 'Refresh' }).click();
  await tabs.close(leader);
  const before = tabs.calls.length;
  await tabs.pass(7000);
  expect(tabs.calls.length).toBeGreaterThan(before);
  await tabs.pass(10_000);
  const fresh = await tabs.open(demo.url);
  await tabs.passUntil(() => isComplete(fresh));
  await tabs.settle(15_000);
  const held = await Promise.all([first, second, fresh].map(heldBy));
  for (const each of held) expect(each).toEqual(held[2]);
  expect(held[2]?.length).toBeGreaterThan(15);
});
