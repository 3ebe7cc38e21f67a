import { enterOther } from '../support/enterOther.ts';
import { expect, openList, test } from '../support/test.ts';
import { FULL, made } from '../support/wall.ts';

const own = (id: string) => made(id, `own-${id}`, 'FAILED', 5, FULL);

for (const lens of ['errors', 'images', 'timeline']) {
  test(`shows nothing of one account on ${lens} while it is not known whose the next token is`, async ({
    page,
    account,
    servers,
    guards,
  }) => {
    guards.allowFailedRequests();
    await page.clock.install();
    await openList({ page, account }, ['a', 'b', 'c'].map(own));
    await page.goto(`/?lens=${lens}`);
    const table = page.getByRole('table').filter({ hasNotText: 'Image builds' });
    await expect(table.locator('[data-row]').first()).toBeVisible();
    servers.api.revoke(account.token);
    await page.clock.fastForward(40_000);
    const other = `pit_${'d'.repeat(48)}`;
    guards.watch(other);
    const answer = await enterOther({ page, servers }, other, [
      made('o', 'of-another', 'FAILED', 5, 'source image not found'),
    ]);
    await expect(table.locator('[data-row]')).toHaveCount(0);
    answer();
    await expect(table.locator('[data-row]').first()).toBeVisible();
    await expect(page.getByText(/own-/)).toHaveCount(0);
  });
}
