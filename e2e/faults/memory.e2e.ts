import type { Page } from '@playwright/test';
import { expect, test } from '../support/faultTest.ts';
import { heapHolds } from '../support/heapHolds.ts';
import { listAnswer, plainBuilds } from '../support/listAnswer.ts';
import { signIn, waitUntilComplete, waitUntilHears } from '../support/test.ts';

/** Handed to the page by the API alone, so that only the page can have kept it. */
const CANARY = 'canary-of-the-first-account';

/** Builds that tell the canary wherever they tell text; their ids stay in the address when opened. */
const canaries = () =>
  plainBuilds(60).map((build) => ({
    ...build,
    imageName: `${CANARY}/${build.imageName}`,
    status: 'FAILED',
    artifacts: build.artifacts?.map((artifact) => ({
      ...artifact,
      status: 'FAILED',
      fullImagePath: `prime/${CANARY}:${build.id}`,
      errorMessage: `${CANARY} failed`,
    })),
  }));

/** Opens, sorts, searches and refreshes, so that every part of the page has seen the builds. */
async function use(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Show artifacts of/ })
    .first()
    .click();
  await waitUntilHears(page);
  await page.keyboard.press('j');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitUntilComplete(page);
}

const holds = (page: Page, texts: readonly string[]) =>
  expect.poll(() => heapHolds(page, texts), { timeout: 120_000 });

test('leaves neither token nor builds in the memory of the page after sign-out', async ({
  page,
  faults,
}) => {
  faults.list.builds = canaries();
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  await use(page);
  const secrets = [faults.token, CANARY];
  await holds(page, secrets).toEqual(secrets);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  await holds(page, secrets).toEqual([]);
});

test('leaves no refused token in the memory once another account is shown, and ticks only its builds', async ({
  page,
  faults,
  guards,
}) => {
  faults.list.builds = canaries();
  const others = { builds: plainBuilds(12, 'other'), cap: 100 };
  const next = faults.newToken(others);
  guards.watch(next);
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  await use(page);
  faults.server.answer((call, reply) => {
    if (call.token === next) reply.json(listAnswer(others, call));
    else reply.send({ status: 401 });
  });
  // The page may have asked by itself by now: then there is nothing left to press.
  await page.getByRole('button', { name: 'Refresh' }).dispatchEvent('click');
  await page.getByRole('textbox', { name: 'API token' }).fill(next);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('status').filter({ hasText: '12 of 12 builds' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all builds shown' }).check();
  await expect(page.getByText('12 builds selected')).toBeVisible();
  await holds(page, [faults.token, CANARY]).toEqual([]);
});

test('leaves nothing of an account in the memory once another one has signed in in the same tab', async ({
  page,
  faults,
  guards,
}) => {
  faults.list.builds = canaries();
  const next = faults.newToken({ builds: plainBuilds(12, 'other'), cap: 100 });
  guards.watch(next);
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  for (const lens of ['Errors', 'Images', 'Builds']) {
    await page.getByRole('link', { name: lens, exact: true }).click();
    await waitUntilComplete(page);
  }
  await use(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('textbox', { name: 'API token' }).fill(next);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('status').filter({ hasText: '12 of 12 builds' })).toBeVisible();
  await use(page);
  await holds(page, [faults.token, CANARY]).toEqual([]);
});

test('leaves neither batches nor a checked list in the memory after sign-out', async ({
  page,
  faults,
}) => {
  // Created together, so that they look like one push, of which one still runs.
  const created = new Date(Date.now() - 5000).toISOString();
  faults.list.builds = canaries().map((build, at) => ({
    ...build,
    createdAt: created,
    ...(at === 0 && { status: 'BUILDING', completedAt: null }),
  }));
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  await expect(page.getByRole('note', { name: 'A push is under way' })).toBeVisible();
  const lenses = page.getByRole('navigation', { name: 'Lenses' });
  await lenses.getByRole('link', { name: 'Batches' }).click();
  const batch = page.getByRole('button', { name: /^Show the batch/ });
  await batch.click();
  await expect(page.getByRole('region', { name: 'Failures by cause' })).toBeVisible();
  // Closed again: what is opened is named in the address.
  await batch.click();
  await lenses.getByRole('link', { name: 'Check' }).click();
  const typed = 'canary-of-the-list';
  await page.getByRole('textbox', { name: 'Images to check' }).fill(`${typed}:v1`);
  await expect(page.getByText(/^0 good, .* of 1 image$/)).toBeVisible();
  const secrets = [faults.token, CANARY, typed];
  await holds(page, secrets).toEqual(secrets);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  await holds(page, secrets).toEqual([]);
});
