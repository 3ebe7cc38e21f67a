import { expect, signIn, test, waitUntilComplete } from './support/test.ts';

test('a bookmark shows what it says through sign-in, reload, a new tab and a sign-out', async ({
  page,
  context,
  account,
}) => {
  const builds = account.fill(200);
  const failed = builds.filter((build) => build.status === 'FAILED');
  const opened = failed[0];
  if (!opened) throw new Error('No failed build was made.');
  const bookmark = `/?status=FAILED&sort=image&open=${opened.id}`;
  const status = (on: typeof page) => on.getByRole('status').filter({ hasText: 'builds' });
  const shows = async (on: typeof page) => {
    await waitUntilComplete(on);
    await expect(status(on)).toHaveText(`${failed.length} of 200 builds`);
    await expect(on.getByRole('columnheader', { name: 'Image', exact: true })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    const { search } = new URL(on.url());
    expect(search).toBe(bookmark.slice(1));
  };

  await signIn(page, account.token, bookmark);
  await shows(page);
  await expect(page.locator(`[data-row="${opened.id}"]`)).toBeVisible();
  await page.reload();
  await shows(page);
  const tab = await context.newPage();
  await tab.goto(bookmark);
  await shows(tab);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(tab.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await tab.getByRole('textbox', { name: 'API token' }).fill(account.token);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await shows(tab);
});

test('applies what it understands of a hostile address and shows the rest', async ({
  page,
  account,
}) => {
  account.fill(20);
  await signIn(page, account.token, '/?sort=__proto__&status=FOO&page=-1&q=%E0%A4%A&stauts=FAILED');
  await waitUntilComplete(page);
  const filter = page.getByRole('list', { name: 'Filter' });
  await expect(filter).toContainText('page');
  await expect(filter).toContainText('Did you mean');
  await expect(page.getByRole('status').filter({ hasText: 'builds' })).toHaveText('0 of 20 builds');
});

test('walks views with back and forward, not keystrokes', async ({ page, account }) => {
  account.fill(50);
  await signIn(page, account.token);
  await waitUntilComplete(page);
  await page.getByRole('button', { name: /^Failed/ }).click();
  await page.getByRole('searchbox', { name: 'Search builds' }).pressSequentially('swe');
  await expect.poll(() => new URL(page.url()).search).toBe('?status=FAILED&q=swe');
  await page.getByRole('button', { name: 'Image', exact: true }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?status=FAILED&q=swe&sort=image');
  await page.goBack();
  expect(new URL(page.url()).search).toBe('?status=FAILED&q=swe');
  await page.goBack();
  expect(new URL(page.url()).search).toBe('');
  await expect(page.getByRole('searchbox', { name: 'Search builds' })).toHaveValue('');
  await page.goForward();
  await page.goForward();
  expect(new URL(page.url()).search).toBe('?status=FAILED&q=swe&sort=image');
});

test('works the same over any other server of the contract', async ({ page, account, servers }) => {
  account.fill(120);
  await signIn(page, account.token);
  await waitUntilComplete(page);
  // The worker's gateway was pointed at an API on another port by one setting.
  await expect(page.getByText('Demo data')).toHaveCount(0);
  await expect(page.locator('header')).toContainText('127.0.0.1');
  expect(servers.gateway.output()).toContain('behind it     127.0.0.1');
});
