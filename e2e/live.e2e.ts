import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { makeBuilds } from '../src/local-api/makeBuilds.ts';
import { copiesOf } from './support/copiesOf.ts';
import { test as faultTest } from './support/faultTest.ts';
import { hideable } from './support/hideable.ts';
import { listAnswer, plainBuilds } from './support/listAnswer.ts';
import { readDownload } from './support/readDownload.ts';
import { expect, openAs, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

const BUILDS_PATH = '/api/v1/images/builds';
const MINUTE = 60_000;

const row = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);
const status = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' }).click();
const ids = (builds: readonly Build[]) => builds.map((build) => build.id);
const counted = (count: number) =>
  `${count.toLocaleString('en')} of ${count.toLocaleString('en')} builds`;

/** The builds that the page holds, in its order, as it saves them. */
async function buildsHeld(page: Page): Promise<Build[]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await page.getByRole('menuitem', { name: 'Download NDJSON' }).click();
  const text = await readDownload(await coming);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('holds the ids that the API holds after builds came and went while it read and polled', async ({
  page,
  account,
  servers,
}) => {
  const builds = account.fill(3000);
  const more = makeBuilds({ count: 60, seed: 8, now: Date.now(), days: 2 });
  let changes = 0;
  // Six builds come, among the newest and further down, and five go, far apart.
  const change = () => {
    servers.api.put(account.token, more.slice(changes * 6, changes * 6 + 6));
    const gone = [0, 600, 1200, 1800, 2400].map((at) => builds[at + changes * 7]?.id ?? '');
    servers.api.remove(account.token, gone);
    changes += 1;
  };
  page.on('response', (answer) => {
    if (answer.url().includes(BUILDS_PATH) && changes < 6) change();
  });
  await page.clock.install();
  await openAs(page, account.token);
  await expect(page.locator('[data-row]').first()).toBeVisible();
  // It reads again until all is proven, after pauses that grow.
  const complete = page.getByText('complete', { exact: true });
  await expect
    .poll(async () => {
      await page.clock.fastForward(10_000);
      return complete.isVisible();
    })
    .toBe(true);
  expect(changes).toBe(6);
  while (changes < 9) {
    change();
    const polled = page.waitForResponse((answer) => answer.url().includes(BUILDS_PATH));
    await page.clock.fastForward(MINUTE);
    await polled;
  }
  await refresh(page);
  await waitUntilComplete(page);
  const held = servers.api.all(account.token);
  await expect(status(page)).toHaveText(counted(held.length));
  expect(ids(await buildsHeld(page))).toEqual(ids(held));
});

/** Where the rows in view stand, and what the person is doing with them. */
function reading(page: Page) {
  return page.getByRole('table', { name: 'Image builds' }).evaluate((table) => {
    const box = table.getBoundingClientRect();
    const tops = [...table.querySelectorAll('[data-row]')]
      .map((each) => ({ id: each.getAttribute('data-row'), box: each.getBoundingClientRect() }))
      .filter(({ box: { top, bottom } }) => bottom > box.top && top < box.bottom)
      .map((each): [string, number] => [each.id ?? '', each.box.top]);
    return {
      tops: Object.fromEntries(tops),
      focused: document.activeElement?.getAttribute('data-row') ?? null,
      text: String(getSelection()),
      opened: new URL(location.href).searchParams.getAll('open'),
      selected: [...table.querySelectorAll('[aria-selected=true]')].map((each) =>
        each.getAttribute('data-row'),
      ),
    };
  });
}

/** Nothing moved by half a pixel, and the person is where they were. */
async function expectSame(page: Page, before: Awaited<ReturnType<typeof reading>>): Promise<void> {
  const after = await reading(page);
  for (const [id, top] of Object.entries(before.tops)) {
    expect(Math.abs((after.tops[id] ?? Number.NaN) - top), id).toBeLessThanOrEqual(0.5);
  }
  expect({ ...after, tops: null }).toEqual({ ...before, tops: null });
}

/** The same build after it failed, with its artifacts. */
function failed(build: Build): Build {
  const artifacts = build.artifacts?.map((each) => ({ ...each, status: 'FAILED' })) ?? null;
  return { ...build, status: 'FAILED', artifacts };
}

test('keeps every row under its pixel while 50 builds change and 200 arrive in one poll', async ({
  page,
  account,
  servers,
}) => {
  const now = Date.now();
  const builds = account.fill(plainBuilds(600, 'app', now - 300 * MINUTE));
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const artifacts = (id: string) => page.getByRole('table', { name: `Artifacts of ${id}:latest` });
  const table = page.getByRole('table', { name: 'Image builds' });
  await row(page, 'app-2').getByRole('button', { name: 'Show artifacts' }).click();
  await expect(artifacts('app-2')).toBeVisible();
  await table.evaluate((element) => element.scrollTo(0, 777));
  await row(page, 'app-30').getByRole('button', { name: 'Show artifacts' }).click();
  await artifacts('app-30').getByText('registry.test/app-30:latest').selectText();
  await page.getByRole('checkbox', { name: 'Select app-27:latest' }).check();
  await page.getByRole('checkbox', { name: 'Select app-33:latest' }).check();
  await waitUntilHears(page);
  await row(page, 'app-28').focus();
  const before = await reading(page);
  expect(before).toMatchObject({
    focused: 'app-28',
    text: 'registry.test/app-30:latest',
    selected: ['app-27', 'app-33'],
  });

  const changed = builds.slice(0, 50).map((build) => failed(build));
  servers.api.put(account.token, [...changed, ...plainBuilds(200, 'new', now)]);
  await page.keyboard.press('r');
  const arrived = page.getByRole('button', { name: '200 new builds' });
  await expect(arrived).toBeVisible();
  await expect(row(page, 'app-28')).toContainText('Failed');
  await expectSame(page, before);
  await expect(row(page, 'app-28')).toBeFocused();
  await expect(table).toHaveAttribute('aria-rowcount', '601');

  await arrived.click();
  await expect(arrived).toHaveCount(0);
  await expect(table).toHaveAttribute('aria-rowcount', '801');
  // The button is gone: the count has its focus. A click takes the marked text with it, as anywhere.
  await expect(page.getByRole('status').filter({ hasText: 'of 800 builds' })).toBeFocused();
  await expectSame(page, { ...before, focused: null, text: '' });
  await table.evaluate((element) => element.scrollTo(0, 0));
  await expect(row(page, 'new-0')).toBeInViewport();
});

/** Counts the calls for builds that the page makes from now on. */
function countCalls(page: Page): () => Promise<number> {
  let calls = 0;
  page.on('request', (request) => {
    if (request.url().includes(BUILDS_PATH)) calls += 1;
  });
  return async () => {
    // A round trip: a call that the page had made would have been told of before it.
    await page.evaluate(() => fetch('/gateway.json').then((answer) => answer.text()));
    return calls;
  };
}

test('asks nothing while it is hidden or paused, and catches up on return', async ({
  page,
  account,
  servers,
}) => {
  const builds = account.fill(plainBuilds(300));
  const setHidden = await hideable(page);
  await page.clock.install();
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const newBuild = (at: number) => plainBuilds(1, `new-${at}`, Date.now() + at * MINUTE);

  await setHidden(true);
  const calls = countCalls(page);
  servers.api.put(account.token, newBuild(4));
  servers.api.remove(account.token, [builds[9]?.id ?? '', builds[10]?.id ?? '']);
  await page.clock.runFor(10 * MINUTE);
  expect(await calls()).toBe(0);
  await setHidden(false);
  await expect(row(page, 'new-4-0')).toBeVisible();
  await expect(status(page)).toHaveText(counted(299));
  await waitUntilComplete(page);

  const live = page.getByRole('switch', { name: 'Live updates' });
  await live.click();
  await expect(live).not.toBeChecked();
  await expect(live).toHaveText(/Paused/);
  const before = await calls();
  servers.api.put(account.token, newBuild(20));
  await page.clock.runFor(10 * MINUTE);
  // Nor does a return to the page go on by itself.
  await setHidden(true);
  await setHidden(false);
  await page.clock.runFor(MINUTE);
  expect(await calls()).toBe(before);
  await live.click();
  await expect(row(page, 'new-20-0')).toBeVisible();
  await expect(status(page)).toHaveText(counted(300));
});

/** Asks for a copy on this device, and waits until it lies there. */
async function keepCopy(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('checkbox', { name: /^Keep a copy on this device/ }).check();
  await page.keyboard.press('Escape');
  await expect.poll(() => copiesOf(page)).toHaveLength(1);
}

faultTest(
  'shows the kept copy with its age before the API answers, sets it right, and takes it away at the sign-out',
  async ({ page, faults }) => {
    faults.list.builds = plainBuilds(300);
    await page.clock.install();
    await openAs(page, faults.token);
    await waitUntilComplete(page);
    await keepCopy(page);
    await page.clock.fastForward(3 * MINUTE);
    await waitUntilComplete(page);

    const held: (() => void)[] = [];
    faults.server.answer((call, reply) => {
      held.push(() => reply.json(listAnswer(faults.list, call)));
    });
    await page.reload();
    await expect(row(page, 'app-0')).toBeVisible();
    await expect(page.getByText('copy from 3 min ago')).toBeVisible();
    await expect(status(page)).toHaveText(counted(300));
    await expect(page.getByText('complete', { exact: true })).toHaveCount(0);

    const [newest] = plainBuilds(1, 'new', Date.now() + 10 * MINUTE);
    faults.list.builds = [newest, ...plainBuilds(300).filter(({ id }) => id !== 'app-1')];
    await expect.poll(() => held.length).toBeGreaterThan(0);
    faults.mend();
    for (const answer of held) answer();
    await waitUntilComplete(page);
    await expect(page.getByText(/^copy from/)).toHaveCount(0);
    await expect(row(page, 'new-0')).toBeVisible();
    await expect(row(page, 'app-1')).toHaveCount(0);
    await expect(status(page)).toHaveText(counted(300));

    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
    await expect.poll(() => copiesOf(page)).toHaveLength(0);
    faults.server.answer((_call, reply) => reply.hang());
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
    await expect(page.locator('[data-row]')).toHaveCount(0);
  },
);

/** Ways in which a kept copy can have gone bad. */
const SPOILT = [
  'no copy',
  'another version',
  'no snapshot',
  'no ids',
  'too few builds',
  'names that are none',
  'statuses of other builds',
  'no order',
  'a time that is none',
  'a stamp without end',
] as const;

/** Spoils the one copy in the browser's database. */
function spoilCopy(page: Page, how: (typeof SPOILT)[number]): Promise<void> {
  return page.evaluate(async (wanted) => {
    const settled = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const database = await settled(indexedDB.open('image-builds'));
    const copies = database.transaction('copies', 'readwrite').objectStore('copies');
    const [key] = await settled(copies.getAllKeys());
    const copy = await settled(copies.get(key ?? ''));
    const { builds, texts, orders } = copy.snapshot;
    const spoil: Record<typeof wanted, () => unknown> = {
      'no copy': () => 'torn',
      'another version': () => ({ ...copy, version: 99 }),
      'no snapshot': () => ({ ...copy, snapshot: null }),
      'no ids': () => delete texts.ids && copy,
      'too few builds': () => {
        builds.known = builds.known.slice(1);
        return copy;
      },
      'names that are none': () => builds.name.fill(4_000_000_000) && copy,
      'statuses of other builds': () => builds.status.reverse() && copy,
      'no order': () => {
        orders.created = orders.created.slice(3);
        return copy;
      },
      'a time that is none': () => ({ ...copy, savedAt: Number.NaN }),
      'a stamp without end': () => ({ ...copy, stamp: Number.POSITIVE_INFINITY }),
    };
    await settled(copies.put(spoil[wanted](), key));
    database.close();
  }, how);
}

faultTest('survives a kept copy that has gone bad in any way', async ({ page, faults }) => {
  const plain = plainBuilds(25);
  const builds = plain.map((build, at) => (at % 3 === 0 ? failed(build) : build));
  faults.list.builds = builds;
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await keepCopy(page);
  for (const how of SPOILT) {
    // While nothing is answered the page keeps no good copy again.
    faults.server.answer((_call, reply) => reply.hang());
    await page.reload();
    await expect(row(page, 'app-0')).toBeVisible();
    await spoilCopy(page, how);
    faults.list.builds = builds.toSpliced(1, 1 + SPOILT.indexOf(how));
    faults.mend();
    const reloaded = Date.now();
    await page.reload();
    await waitUntilComplete(page);
    expect(await buildsHeld(page), how).toEqual(faults.list.builds);
    await expect(page.getByText(/^copy from/)).toHaveCount(0);
    // What comes later is newer than the copy, whatever the copy says of itself.
    faults.list.builds = faults.list.builds.with(0, plain[0]);
    await refresh(page);
    await expect(row(page, 'app-0')).toContainText('Completed');
    await waitUntilComplete(page);
    await expect
      .poll(async () => Number((await copiesOf(page))[0]?.savedAt))
      .toBeGreaterThan(reloaded);
  }
});

/** Counts the timers that are set and have neither fired nor been called off. */
async function countTimers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const pending = new Set<unknown>();
    const { setTimeout: after, setInterval: every, clearTimeout, clearInterval } = window;
    const setTimeout = (then: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
      const timer = after(() => {
        pending.delete(timer);
        then(...args);
      }, ms);
      pending.add(timer);
      return timer;
    };
    const setInterval = (then: () => void, ms: number) => {
      const timer = every(then, ms);
      pending.add(timer);
      return timer;
    };
    const ending = (clear: (timer?: number) => void) => (timer?: number) => {
      pending.delete(timer);
      clear(timer);
    };
    Object.assign(window, {
      setTimeout,
      setInterval,
      clearTimeout: ending(clearTimeout),
      clearInterval: ending(clearInterval),
      pendingTimers: () => pending.size,
    });
  });
}

/** What the page costs: listeners, nodes, heap in bytes after collecting garbage, timers. */
async function costs(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {
    listeners: of('JSEventListeners'),
    nodes: of('Nodes'),
    heap: of('JSHeapUsedSize'),
    timers: await page.evaluate(() => Number(Reflect.get(window, 'pendingTimers')())),
  };
}

test('costs no more after half an hour of polls, ticks and changes', async ({
  page,
  account,
  servers,
}) => {
  test.setTimeout(900_000);
  // Fewer rows: each tick of the clock draws them.
  await page.setViewportSize({ width: 1280, height: 480 });
  const builds = account.fill(plainBuilds(400));
  await page.clock.install();
  await countTimers(page);
  let inFlight = 0;
  let calls = 0;
  page.on('request', () => {
    inFlight += 1;
    calls += 1;
  });
  page.on('requestfinished', () => {
    inFlight -= 1;
  });
  page.on('requestfailed', () => {
    inFlight -= 1;
  });
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await row(page, 'app-2').getByRole('button', { name: 'Show artifacts' }).click();
  await expect(page.getByRole('table', { name: 'Artifacts of app-2:latest' })).toBeVisible();

  /** Half a minute: an answer is real, so the clock waits for those under way. */
  const live = async (turn: number) => {
    const at = (turn * 37) % 390;
    const change = builds.slice(at, at + 8);
    const active = change.map(
      (build): Build => ({ ...build, status: 'BUILDING', completedAt: null }),
    );
    servers.api.put(account.token, turn % 2 === 0 ? active : change.map((build) => failed(build)));
    servers.api.put(account.token, plainBuilds(1, `turn-${turn}`, Date.now() + turn * MINUTE));
    if (turn >= 3) servers.api.remove(account.token, [`turn-${turn - 3}-0`]);
    for (const ms of [15_000, 15_000]) {
      await page.clock.runFor(ms);
      // A round trip each: what the answer brings about is asked for before the next one.
      do await page.evaluate(() => undefined);
      while (inFlight > 0);
    }
  };
  for (let turn = 0; turn < 6; turn++) await live(turn);
  const before = await costs(page);
  const asked = calls;
  for (let turn = 6; turn < 66; turn++) await live(turn);
  expect(calls - asked).toBeGreaterThan(120);
  // What a drawing under way holds goes when it is done, what leaks stays for good.
  await expect(async () => {
    const after = await costs(page);
    const what = JSON.stringify({ before, after });
    expect(after.listeners, what).toBeLessThan(before.listeners * 1.05);
    expect(after.nodes, what).toBeLessThan(before.nodes * 1.05);
    expect(after.heap, what).toBeLessThan(before.heap + 3_000_000);
    // One for a call and one for a frame that may just be under way.
    expect(after.timers, what).toBeLessThanOrEqual(before.timers + 2);
  }).toPass({ timeout: 120_000 });
  await refresh(page);
  await waitUntilComplete(page);
  // They waited while a row was open.
  await page.getByRole('button', { name: '3 new builds' }).click();
  expect(ids(await buildsHeld(page))).toEqual(ids(servers.api.all(account.token)));
});
