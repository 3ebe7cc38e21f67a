import type { Page } from '@playwright/test';
import type { Build } from '../../src/contract/build.ts';
import { enterToken, expect } from './test.ts';
import type { Servers } from './workerServers.ts';

/**
 * Enters a token of another account once the first one was refused, and holds back what tells whose
 * the new one is: the first call alone checks it. The result lets the answers come.
 */
export async function enterOther(
  { page, servers }: { readonly page: Page; readonly servers: Servers },
  token: string,
  builds: readonly Build[],
): Promise<() => void> {
  // Until then the call that is refused may still be on its way: it is not the one to let through.
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  servers.api.fill(token, builds);
  let asked = 0;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/images/builds*', async (route) => {
    asked += 1;
    if (asked > 1) await answered;
    await route.continue();
  });
  await enterToken(page, token);
  await expect(page.getByRole('textbox', { name: 'API token' })).toHaveCount(0);
  return answer;
}
