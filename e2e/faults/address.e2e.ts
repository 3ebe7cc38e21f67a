import { expect, test } from '../support/faultTest.ts';
import { plainBuilds } from '../support/listAnswer.ts';
import { openAs, waitUntilComplete } from '../support/test.ts';

test.use({ place: 'gateway' });

test('survives a search of 100 kB in the address, and applies it', async ({ page, faults }) => {
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await page.evaluate(() => {
    history.pushState(null, '', `/?q=${'x'.repeat(100_000)}&status=COMPLETED`);
    dispatchEvent(new PopStateEvent('popstate'));
  });
  const status = page.getByRole('status').filter({ hasText: 'builds' });
  await expect(status).toHaveText('0 of 25 builds');
  await page.goBack();
  await expect(status).toHaveText('25 of 25 builds');
});

test('takes a search for literal text', async ({ page, faults }) => {
  const names = ['(a+)+$', 'back\\slash', '.*', '[a-z]', 'a'.repeat(60)];
  const [plain] = plainBuilds(1);
  faults.list.builds = names.map((imageName, index) => ({ ...plain, id: `b${index}`, imageName }));
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  const search = page.getByRole('searchbox', { name: 'Search builds' });
  for (const [index, name] of ['(a+)+$', '\\', '.*', '[a-z]'].entries()) {
    await search.fill(name);
    await expect(page.getByRole('status').filter({ hasText: 'builds' }), name).toHaveText(
      '1 of 5 builds',
    );
    await expect(page.locator(`[data-row="b${index}"]`)).toBeVisible();
  }
});

test('takes a token out of the address and its history, in any spelling', async ({
  page,
  faults,
}) => {
  for (const name of ['token', 'access_token', 'API_KEY', '%74oken', 'authorization']) {
    await page.goto(`/?${name}=${faults.token}&status=FAILED`);
    await expect(page.getByText('make a new token'), name).toBeVisible();
    expect(new URL(page.url()).search).toBe('?status=FAILED');
  }
  await page.goto(`/#token=${faults.token}`);
  await expect(page.getByText('make a new token')).toBeVisible();
  expect(page.url()).not.toContain(faults.token);
});
