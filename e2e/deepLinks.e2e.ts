import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { expect, openAs, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

const count = (page: Page) => page.getByRole('status').filter({ hasText: /^\d+ of \d+ builds/ });
const query = (page: Page) => new URL(page.url()).search;
const row = (page: Page, build: Build) => page.locator(`[data-row="${build.id}"]`);
const artifacts = (page: Page, { imageName, imageTag }: Build) =>
  page.getByRole('table', { name: `Artifacts of ${imageName}:${imageTag}` });
const note = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

/** A build far down the list, with artifacts to show. */
function farDown(builds: readonly Build[], holds: (build: Build) => boolean): Build {
  const found = [...builds]
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .findLast((build) => holds(build) && (build.artifacts?.length ?? 0) > 0);
  if (found === undefined) throw new Error('No such build was made.');
  return found;
}

async function isShown(page: Page, build: Build): Promise<void> {
  await expect(row(page, build)).toBeInViewport();
  await expect(artifacts(page, build)).toBeVisible();
}

test('scrolls to the build that a link opens, however far down', async ({ page, account }) => {
  const build = farDown(account.fill(400), () => true);
  await openAs(page, account.token, `/?open=${build.id}`);
  await isShown(page, build);
  expect(Number(await row(page, build).getAttribute('aria-rowindex'))).toBeGreaterThan(350);
  await waitUntilComplete(page);
  await page.reload();
  await isShown(page, build);
});

test('names what hides the build of a link, and shows it all the same', async ({
  page,
  account,
}) => {
  const build = farDown(
    account.fill(400),
    ({ status, imageTag }) => status === 'COMPLETED' && imageTag === 'latest',
  );
  await openAs(page, account.token, `/?status=FAILED&tag=latest&open=${build.id}`);
  await waitUntilComplete(page);
  const hidden = note(page, 'This build is hidden by');
  await expect(hidden).toContainText(`This build is hidden by status:failed: ${build.id}`);
  await expect(row(page, build)).toHaveCount(0);
  await hidden.getByRole('button', { name: 'Show it anyway' }).click();
  await isShown(page, build);
  expect(query(page)).toBe(`?tag=latest&open=${build.id}`);
  await expect(hidden).toHaveCount(0);
});

test('says that there is no such build once the list is complete, not before', async ({ page }) => {
  // The second page comes no sooner than it is stopped, however slow the machine is.
  await page.route(/offset=[1-9]/, () => {});
  await openAs(page, 'demo-slow', '/?open=no-such-build');
  const missing = note(page, 'There is no build no-such-build in the list of this account.');
  await expect(count(page)).toHaveText('100 of 100 builds so far');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('stopped at 100 of 400')).toBeVisible();
  // It comes with the piece of the page that speaks of links.
  await waitUntilHears(page);
  await expect(missing).toHaveCount(0);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Load the rest' }).click();
  await waitUntilComplete(page);
  await expect(missing).toBeVisible();
  await missing.getByRole('button', { name: 'Close it' }).click();
  await expect(missing).toHaveCount(0);
  expect(query(page)).toBe('');
});

test('finds a build by its id, pasted into the search', async ({ page, context, account }) => {
  await context.grantPermissions(['clipboard-write']);
  const build = farDown(account.fill(300), ({ status }) => status === 'COMPLETED');
  await openAs(page, account.token, `/?open=${build.id}`);
  await isShown(page, build);
  await page.getByRole('button', { name: 'Copy build id' }).click();
  await page.getByRole('link', { name: /^All/ }).click();
  const search = page.getByRole('searchbox', { name: 'Search builds' });
  await search.press('Control+v');
  await expect(search).toHaveValue(build.id);
  await expect(count(page)).toHaveText('1 of 300 builds');
  await expect(row(page, build)).toBeInViewport();

  await page.getByRole('button', { name: /^Failed/ }).click();
  await expect(count(page)).toHaveText('0 of 300 builds');
  const hidden = note(page, 'This build is hidden by status:failed');
  await hidden.getByRole('button', { name: 'Show it anyway' }).click();
  await isShown(page, build);
  expect(query(page)).toBe(`?q=${build.id}&open=${build.id}`);
});

test('scrolls to a hidden build that the palette found, once it is shown', async ({
  page,
  account,
}) => {
  const build = farDown(account.fill(400), ({ status }) => status === 'COMPLETED');
  await openAs(page, account.token, '/?status=FAILED');
  await waitUntilComplete(page);
  await waitUntilHears(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^Find a view/ });
  await field.fill(build.id);
  await expect(page.getByRole('option', { name: build.imageName }).first()).toBeVisible();
  await field.press('Enter');
  await note(page, 'This build is hidden by status:failed')
    .getByRole('button', { name: 'Show it anyway' })
    .click();
  await isShown(page, build);
  await expect(row(page, build)).toBeFocused();
  expect(query(page)).toBe(`?open=${build.id}`);
});

test('opens a build whose id is empty by its link, and says of a link without one that it names none', async ({
  page,
  account,
}) => {
  const [like, ...others] = account.fill(60);
  if (!like) throw new Error('No build was made.');
  const nameless = { ...like, id: '', imageName: 'nameless' };
  account.fill([...others, nameless]);
  await openAs(page, account.token, '/?open=%22%22');
  await waitUntilComplete(page);
  await isShown(page, nameless);
  await page.reload();
  await isShown(page, nameless);
  expect(query(page)).toBe('?open=%22%22');

  await page.goto('/?open=');
  await waitUntilComplete(page);
  await expect(page.getByRole('list', { name: 'Filter' })).toContainText('open=');
  await expect(page.getByRole('button', { name: /^Hide artifacts/ })).toHaveCount(0);
  await expect(count(page)).toHaveText('60 of 60 builds');
});
