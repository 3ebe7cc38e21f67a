import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { Build } from '../../src/contract/build.ts';
import { makeBuilds } from '../../src/local-api/makeBuilds.ts';
import { TOKEN_KEY } from '../../src/session/tokenStorage.ts';
import { type Guards, guard } from './guards.ts';
import { test as base } from './workerServers.ts';

export interface Account {
  readonly token: string;
  /** Fills the account with these builds, or with this many made up ones. */
  fill(builds: number | readonly Build[]): readonly Build[];
}

interface TestFixtures {
  readonly account: Account;
  readonly guards: Guards;
}

/** One server pair for each worker, one account for each test, and every page under guard. */
export const test = base.extend<TestFixtures>({
  baseURL: async ({ servers }, use) => use(servers.gateway.url),
  account: async ({ servers }, use) => {
    const token = `pit_${randomBytes(24).toString('hex')}`;
    servers.api.fill(token, []);
    await use({
      token,
      fill: (wanted) => {
        const builds =
          typeof wanted === 'number'
            ? makeBuilds({ count: wanted, seed: 7, now: Date.now(), days: 30 })
            : wanted;
        servers.api.fill(token, builds);
        return builds;
      },
    });
    expect(servers.gateway.output(), 'the gateway prints no token').not.toContain(token);
  },
  guards: [
    async ({ page, servers, account }, use) => {
      const guards = await guard(page, servers.gateway.url, account.token);
      await use(guards);
      await guards.inspect();
      expect(guards.problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Pastes a token into the sign-in that is shown. */
export async function enterToken(page: Page, token: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API token' }).fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Pastes a token into the sign-in and waits for the builds. */
export async function signIn(page: Page, token: string, address = '/'): Promise<void> {
  await page.goto(address);
  await enterToken(page, token);
  // Where the button was there will be rows, in which nothing moves under a pointer.
  await page.mouse.move(0, 0);
  await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
}

/**
 * Opens a page on which somebody signed in before: as a reload does, without a sign-in to draw. For
 * tests that are of the list.
 */
export async function openAs(page: Page, token: string, address = '/'): Promise<void> {
  const kept = await page.addInitScript(([key, entry]) => sessionStorage.setItem(key, entry), [
    TOKEN_KEY,
    JSON.stringify({ version: 1, token, mark: '' }),
  ] as const);
  await page.goto(address);
  await kept.dispose();
  await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
  // What is pressed before all that stands above the rows has come may be drawn anew.
  await expect(page.getByRole('searchbox', { name: 'Search builds' })).toBeVisible();
}

/** Waits until the page says that it holds the whole list. */
export async function waitUntilComplete(page: Page): Promise<void> {
  await expect(page.getByText('complete', { exact: true })).toBeVisible();
}

/**
 * Waits until the page hears keys, clicks on cells, files that are dropped and the print: that comes
 * after the first rows, with the place where it says what it did, and never in an empty list.
 */
export async function waitUntilHears(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Confirmations' })).toBeAttached();
}

/** Fills the account with builds, opens its list, and waits for the whole list and what hears keys. */
export async function openList(
  { page, account }: { readonly page: Page; readonly account: Account },
  builds: readonly Build[],
): Promise<void> {
  account.fill(builds);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await waitUntilHears(page);
}
