import { expect, test } from '../support/faultTest.ts';
import { type FaultList, listScript, plainBuilds } from '../support/listAnswer.ts';
import { startGateway } from '../support/startGateway.ts';
import { openAs, waitUntilComplete } from '../support/test.ts';

test('goes on where it was after the gateway was restarted in mid session', async ({
  page,
  faults,
  guards,
}) => {
  const first = await startGateway(['--api', faults.server.origin]);
  guards.allowOrigin(first.url);
  await openAs(page, faults.token, `${first.url}/?q=app`);
  await waitUntilComplete(page);
  const alert = page.getByRole('alert');
  const refresh = page.getByRole('button', { name: 'Refresh' });
  await first.stop();
  await refresh.click();
  await expect(alert).toContainText('The API cannot be reached');
  await expect(page.locator('[data-row]').first()).toBeVisible();
  faults.list.builds = plainBuilds(27);
  const second = await startGateway([
    '--api',
    faults.server.origin,
    '--port',
    new URL(first.url).port,
  ]);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'builds' })).toHaveText(
    '27 of 27 builds',
  );
  await second.stop();
  expect(first.output() + second.output()).not.toContain(faults.token);
});

test('brings a piece of the page that was not there, once the gateway is back', async ({
  page,
  faults,
  guards,
}) => {
  const first = await startGateway(['--api', faults.server.origin]);
  guards.allowOrigin(first.url);
  await openAs(page, faults.token, first.url);
  await waitUntilComplete(page);
  await first.stop();
  const missed = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('/assets/'),
  );
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await missed;
  const port = new URL(first.url).port;
  const second = await startGateway(['--api', faults.server.origin, '--port', port]);
  await expect(page.getByRole('button', { name: 'Watch this view' })).toBeVisible();
  await expect(page.getByText('could not be loaded')).toHaveCount(0);
  await second.stop();
});

test('says behind the gateway which of the two broke an answer off', async ({ page, faults }) => {
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  const alert = page.getByRole('alert');
  const refresh = page.getByRole('button', { name: 'Refresh' });
  faults.server.answer((_call, reply) => reply.resetInBody({ body: '{"data":[]}' }));
  await refresh.click();
  await expect(alert).toContainText('The API failed (502).');
  await expect(alert).toContainText('The API broke its answer off.');
  faults.server.answer((_call, reply) =>
    reply.send({ status: 502, type: 'text/html', body: '<h1 id="proxy">Bad gateway</h1>' }),
  );
  await refresh.click();
  await expect(alert).toContainText('HTTP 502 from a proxy, not from the API.');
  await expect(page.locator('#proxy')).toHaveCount(0);
  await expect(alert).toContainText(/Request [0-9a-f]{16}/);
});

test('holds exactly what a list holds that changes while it is read', async ({ page, faults }) => {
  let pages = 0;
  const list: FaultList = { builds: plainBuilds(700), cap: 100 };
  const answer = listScript({ [faults.token]: list });
  // With each page one build appears at the front and one vanishes, until the sixth.
  faults.server.answer((call, reply) => {
    pages += 1;
    if (pages < 6) {
      const [newest] = plainBuilds(1, `new-${pages}`, Date.now() + pages * 60_000);
      list.builds = [newest, ...list.builds.filter((_, index) => index !== pages * 60)];
    }
    answer(call, reply);
  });
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await expect(page.getByRole('status').filter({ hasText: 'builds' })).toHaveText(
    '700 of 700 builds',
  );
  for (const each of ['new-1-0', 'new-5-0']) {
    await expect(page.locator(`[data-row="${each}"]`)).toHaveCount(1);
  }
});
