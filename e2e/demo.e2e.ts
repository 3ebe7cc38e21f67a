import type { Page } from '@playwright/test';
import { startLocalApi } from '../src/local-api/startLocalApi.ts';
import { findFaintText, findViolations } from './support/axe.ts';
import { guard } from './support/guards.ts';
import { startGateway } from './support/startGateway.ts';
import { test as base, expect, signIn, waitUntilComplete } from './support/test.ts';

/** Under the guard of the demo's gateway, whose failures are the API's own. */
const test = base.extend({
  baseURL: async ({ demoGateway }, use) => use(demoGateway.url),
  guards: async ({ page, demoGateway }, use) => {
    const guards = await guard(page, demoGateway.url);
    guards.allowFailedRequests();
    await use(guards);
    expect(guards.problems).toEqual([]);
  },
});

const status = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });
const rows = (page: Page) => page.locator('[data-row]');

test('says that the data are a demo and signs in by one click', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^demo 2,412 builds/ }).click();
  await waitUntilComplete(page);
  await expect(page.getByText('Demo data')).toBeVisible();
  await expect(status(page)).toHaveText(/^2,[4-9]\d\d of 2,[4-9]\d\d builds$/);
});

test('shows at once a tag that an older build may hold', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'demo');
  await waitUntilComplete(page);
  await page.getByRole('link', { name: /^Show the \d+ that are in a tag race$/ }).click();
  await expect(page).toHaveURL(/is=race$/);
  await expect(status(page)).toHaveText(/^2 of 2,[4-9]\d\d builds$/);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText(':latest');
});

test('tells an empty account from an empty filter', async ({ page }) => {
  await signIn(page, 'demo-empty');
  await expect(page.getByRole('heading', { name: 'No builds yet' })).toBeVisible();
  await expect(page.getByText('prime images push myapp:v1.0.0')).toBeVisible();
  await expect(page.getByRole('link', { name: 'How images are pushed' })).toHaveAttribute(
    'rel',
    'noreferrer',
  );
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, 'demo-small', '/?q=surely-not-there&status=FAILED');
  await expect(page.getByRole('heading', { name: /^No build matches/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(status(page)).toHaveText('25 of 25 builds');
  expect(new URL(page.url()).search).toBe('');
});

test('shows slow pages as they come, and stops when asked', async ({ page }) => {
  // The second page comes no sooner than it is stopped, however slow the machine is.
  await page.route(/offset=[1-9]/, () => {});
  await signIn(page, 'demo-slow');
  await expect(rows(page).first()).toBeVisible();
  await expect(status(page)).toHaveText('100 of 100 builds so far');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('stopped at 100 of 400')).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Load the rest' }).click();
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('400 of 400 builds');
});

test('holds the whole list although every third request fails', async ({ page }) => {
  await signIn(page, 'demo-flaky');
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('1,500 of 1,500 builds');
});

test('keeps the rows when answers turn to nonsense, and says so', async ({ page }) => {
  await signIn(page, 'demo-broken-later');
  // Cut lists and a login page take turns: which is said depends on which call ends last.
  await expect(page.getByRole('alert')).toContainText(
    /is not a list of builds|answered 200 with something that is not JSON/,
  );
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole('alert').getByRole('button', { name: 'Retry' })).toBeVisible();
});

test('does not take nonsense for an account', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'API token' }).fill('demo-broken');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Image builds' })).toHaveCount(0);
});

test('keeps good builds when others cannot be read', async ({ page }) => {
  await signIn(page, 'demo-broken-row');
  await expect(page.getByText(/could not be read\. All others are shown/)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
});

test('waits as long as the API asks and goes on by itself', async ({ page, guards }) => {
  // The API's own clock stands until its limit was met, however slow the machine is.
  const began = Date.now();
  let stands = true;
  const now = () => (stands ? began : Date.now());
  const api = await startLocalApi({ accounts: ['demo-limited'], now });
  const gateway = await startGateway(['--api', await api.listen(0)]);
  guards.allowOrigin(gateway.url);
  await signIn(page, 'demo-limited', gateway.url);
  await expect(page.getByRole('alert')).toContainText(/Too many requests \(429\).*Next try in/s);
  stands = false;
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('1,500 of 1,500 builds');
  await page.goto('about:blank');
  await gateway.stop();
  await api.close();
});

test('says that a token may not list builds', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'API token' }).fill('demo-forbidden');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('may not list image builds (403)');
});

test('asks again in place when the token ends, and goes on with the same one', async ({
  page,
  guards,
}) => {
  // The API's own clock is moved on, so that nobody waits for its minute.
  let later = 0;
  const api = await startLocalApi({ accounts: ['demo-expires'], now: () => Date.now() + later });
  const gateway = await startGateway(['--api', await api.listen(0)]);
  guards.allowOrigin(gateway.url);
  await signIn(page, 'demo-expires', `${gateway.url}/?sort=image`);
  await waitUntilComplete(page);
  later += 61_000;
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText(/The API refused this token \(401\)/)).toBeVisible();
  await expect(rows(page).first()).toBeAttached();

  later += 60_000;
  await page.getByRole('textbox', { name: 'API token' }).fill('demo-expires');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toHaveCount(0);
  const answered = page.waitForResponse((response) => response.url().includes('/api/v1/'));
  await page.getByRole('button', { name: 'Refresh' }).click();
  expect((await answered).status()).toBe(200);
  await expect(status(page)).toHaveText('400 of 400 builds');
  expect(new URL(page.url()).search).toBe('?sort=image');
  await page.goto('about:blank');
  await gateway.stop();
  await api.close();
});

test('keeps the choice of time in sight where the counts take more than the width', async ({
  page,
}) => {
  await signIn(page, 'demo');
  const menu = page.getByRole('button', { name: 'Created' }).filter({ hasText: 'Any time' });
  for (const width of [1280, 1000, 700]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(menu).toBeInViewport({ ratio: 1 });
  }
});

test('shows hostile names, impossible times and 10,000 artifacts as what they are', async ({
  page,
}) => {
  await signIn(page, 'demo-odd');
  await expect(page.getByText(/^\d+ unreadable$/)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 2400 });
  const buttons = page.getByRole('button', { name: /^Show artifacts of/ });
  await expect.poll(() => buttons.count()).toBeGreaterThan(40);
  await buttons.evaluateAll((all) => {
    for (const button of all) if (button instanceof HTMLElement) button.click();
  });
  await expect(page.getByRole('table', { name: /^Artifacts of/ }).first()).toBeVisible();
  await expect(page.getByText('could not be drawn')).toHaveCount(0);
});

/** Notes every height above the window's top edge at which the table stands, from the first on. */
async function watchTableTop(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const tops = new Set<number>();
    Object.assign(window, { tops });
    const look = () => {
      const table = document.querySelector('[role=table]');
      // Where the page scrolls, it may do so to hold still what is under the pointer.
      const scrolled = table?.closest('[data-scroller]')?.scrollTop ?? 0;
      if (table) tops.add(Math.round(table.getBoundingClientRect().top + scrolled));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => [...Reflect.get(window, 'tops')]);
}

for (const width of [1280, 390, 360]) {
  test(`leaves the table where it is while the rest of the screen comes, ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const tops = await watchTableTop(page);
    await signIn(page, 'demo', '/?status=FAILED');
    await waitUntilComplete(page);
    await expect(page.getByRole('button', { name: /^Export/ })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Filter' })).toBeVisible();
    expect(await tops()).toHaveLength(1);
  });
}

// Where the lines are narrowest and wrap most.
for (const piece of ['Bars', 'ListTools', 'ViewBar', 'LensNav', 'HeaderRow']) {
  test(`leaves the table where it is when ${piece} comes last`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    const tops = await watchTableTop(page);
    let held = 0;
    let letCome = () => {};
    const comes = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await page.route(`**/assets/${piece}-*.js`, async (route) => {
      held += 1;
      await comes;
      await route.continue();
    });
    await signIn(page, 'demo', '/?status=FAILED');
    await expect(page.getByRole('button', { name: /^Show artifacts of/ }).first()).toBeVisible();
    // The bars say how far the list is: without them there is nothing more to wait for.
    if (piece !== 'Bars') await waitUntilComplete(page);
    await expect.poll(() => held).toBe(1);
    letCome();
    await waitUntilComplete(page);
    await expect(page.getByRole('button', { name: /^Export/ })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Filter' })).toBeVisible();
    expect(await tops()).toHaveLength(1);
  });
}

/** Every state of the screen besides the sign-in, and how it is brought about. */
const STATES: Record<
  string,
  { token: string; address?: string; reach: (page: Page) => Promise<void> }
> = {
  'an opened row': {
    token: 'demo',
    address: '/?status=FAILED',
    reach: async (page) => {
      await waitUntilComplete(page);
      const closed = page.getByRole('button', { name: /^Show artifacts of/, expanded: false });
      await closed.first().click();
      await expect(page.getByRole('table', { name: /^Artifacts of/ }).first()).toBeVisible();
    },
  },
  'an empty account': {
    token: 'demo-empty',
    reach: (page) => expect(page.getByRole('heading', { name: 'No builds yet' })).toBeVisible(),
  },
  'an empty filter and a repair': {
    token: 'demo-small',
    address: '/?q=surely-not-there&stauts=x',
    reach: async (page) => {
      await expect(page.getByRole('heading', { name: /^No build matches/ })).toBeVisible();
      await expect(page.getByText('Did you mean')).toBeVisible();
    },
  },
  'builds still loading': {
    token: 'demo-slow',
    reach: async (page) => {
      // The second page does not come while one looks, however slow the machine is.
      await page.route(/offset=[1-9]/, () => {});
      await page.reload();
      await expect(page.getByRole('progressbar')).toBeVisible();
    },
  },
  'a failure over its rows': {
    token: 'demo-limited',
    reach: (page) =>
      expect(async () => {
        await page.getByRole('button', { name: 'Refresh' }).click();
        await expect(page.getByRole('alert')).toContainText('Next try in', { timeout: 1000 });
      }).toPass(),
  },
  'builds that could not be read': {
    token: 'demo-broken-row',
    reach: (page) => expect(page.getByText(/could not be read\. All others/)).toBeVisible(),
  },
  'the display panel': {
    token: 'demo-small',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Display' }).click();
      const last = page.getByLabel('Keep a copy on this device');
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport({ ratio: 1 });
    },
  },
  'the export menu': {
    token: 'demo-small',
    reach: async (page) => {
      await page.getByRole('button', { name: /^Export/ }).click();
      await expect(page.getByRole('menuitem', { name: 'Download CSV' })).toBeVisible();
    },
  },
};

for (const [name, { token, address, reach }] of Object.entries(STATES)) {
  test(`passes axe: ${name}, wide and narrow, light and dark`, async ({ page }) => {
    await signIn(page, token, address);
    for (const [width, colorScheme, other] of [
      [1280, 'light', 'dark'],
      [390, 'dark', 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await reach(page);
      expect(await findViolations(page), `${width} px, ${colorScheme}`).toEqual([]);
      await page.emulateMedia({ colorScheme: other });
      expect(await findFaintText(page), `${width} px, ${other}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}
