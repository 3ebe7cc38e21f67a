import { expect, test } from '../support/faultTest.ts';
import { hideable } from '../support/hideable.ts';
import { openAs, waitUntilComplete } from '../support/test.ts';

/** As many connections as a browser opens to one host, and more. */
const TABS = 8;

test('opens another tab at once, however many wait for an API that hangs', async ({
  page,
  context,
  faults,
}) => {
  const hide = await hideable(page);
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  let hung = 0;
  faults.server.answer((_call, reply) => {
    hung += 1;
    return reply.hang();
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await hide(true);
  for (let more = 1; more < TABS; more += 1) {
    const tab = await context.newPage();
    const hideTab = await hideable(tab);
    await tab.goto('/');
    await expect(tab.getByRole('button', { name: 'Sign out' })).toBeVisible({ timeout: 15_000 });
    await hideTab(true);
  }
  await expect.poll(() => hung).toBeGreaterThanOrEqual(6);
});
