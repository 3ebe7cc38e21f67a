import { findViolations } from './support/axe.ts';
import { expect, signIn, test, waitUntilComplete } from './support/test.ts';

test('signs in with a pasted token and shows every build', async ({ page, account }) => {
  account.fill(250);
  await signIn(page, `  export PRIME_API_KEY="${account.token}" \n`);
  await waitUntilComplete(page);
  await expect(page.getByRole('status').filter({ hasText: 'builds' })).toHaveText(
    '250 of 250 builds',
  );
  const table = page.getByRole('table', { name: 'Image builds' });
  await expect(table).toHaveAttribute('aria-rowcount', '251');
});

test('tells a refused token from an API that cannot be reached', async ({ page, guards }) => {
  guards.allowFailedRequests();
  await page.goto('/');
  const field = page.getByRole('textbox', { name: 'API token' });
  await field.fill('pit_wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('401');
  await page.context().setOffline(true);
  await field.fill('pit_wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('reach');
  await page.context().setOffline(false);
});

test('says where a line break in the middle of a token is', async ({ page }) => {
  await page.goto('/');
  const field = page.getByRole('textbox', { name: 'API token' });
  await field.focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'pit_abcdefg\nhijk');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText('There is a line break at character 12.')).toBeVisible();
});

test('keeps the session through a reload, and ends it everywhere at sign-out', async ({
  page,
  context,
  account,
}) => {
  account.fill(30);
  await signIn(page, account.token);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();

  const second = await context.newPage();
  await second.goto('/?status=FAILED');
  await expect(second.getByRole('table', { name: 'Image builds' })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  await expect(second.getByRole('textbox', { name: 'API token' })).toBeVisible();
  expect(new URL(second.url()).search).toBe('?status=FAILED');
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(stored).not.toContain(account.token);
});

test('removes a token from the address, does not use it, and says so', async ({
  page,
  account,
}) => {
  account.fill(3);
  await page.goto(`/?token=${account.token}&status=FAILED`);
  await expect(page.getByText('make a new token')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?status=FAILED');
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
});

test('asks for another token in place when the API refuses it in mid session', async ({
  page,
  account,
  servers,
  guards,
}) => {
  guards.allowFailedRequests();
  const builds = account.fill(40);
  await signIn(page, account.token, '/?sort=image');
  await waitUntilComplete(page);
  servers.api.revoke(account.token);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('The API refused this token (401)')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?sort=image');
  await expect(page.locator('[data-row]').first()).toBeAttached();

  const next = `${account.token}-next`;
  servers.api.fill(next, builds);
  await page.getByRole('textbox', { name: 'API token' }).fill(next);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await waitUntilComplete(page);
  await expect(page.getByRole('textbox', { name: 'API token' })).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'builds' })).toHaveText(
    '40 of 40 builds',
  );
});

for (const scheme of ['light', 'dark'] as const) {
  test(`passes axe on the sign-in, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const violations = await findViolations(page);
    expect(violations).toEqual([]);
  });
}
