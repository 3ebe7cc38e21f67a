import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { pasted } from './support/pasted.ts';
import { expect, openList, test, waitUntilComplete, waitUntilHears } from './support/test.ts';
import { walkLens } from './support/walkLens.ts';

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();

interface Made {
  readonly status?: string;
  readonly error?: string | null;
  /** Minutes that it took. */
  readonly took?: number;
}

/** A build of a push, created `minutes` ago. */
function member(family: string, at: number, minutes: number, made: Made = {}): Build {
  const { status = 'COMPLETED', error = null, took = 2 } = made;
  const ended = status === 'COMPLETED' || status === 'FAILED';
  const name = `${family}.task-${at}`;
  return buildOf(`${family}${at}`, {
    imageName: name,
    imageTag: 'v6',
    status,
    createdAt: ago(minutes),
    startedAt: ago(minutes),
    completedAt: ended ? ago(minutes - took) : null,
    artifacts: [
      artifactOf(`${family}${at}a`, {
        status,
        errorMessage: error,
        fullImagePath: status === 'COMPLETED' ? `prime/ada/${name}:v6` : null,
        createdAt: ago(minutes),
        completedAt: ended ? ago(minutes - took) : null,
      }),
    ],
  });
}

const FULL = 'write /var/lib/layer.tar: no space left on device';

/** A push of 14 of an hour ago: 2 failed by one cause, one took 9 minutes. */
const past = () =>
  Array.from({ length: 14 }, (_, at) =>
    member('bench', at, 60 - at / 10, {
      took: at === 5 ? 9 : 2,
      ...(at < 2 && { status: 'FAILED', error: FULL }),
    }),
  );
/** A push that goes on: 12 so far, 8 done, 1 failed, 3 active. */
const live = () =>
  Array.from({ length: 12 }, (_, at) =>
    member('swe', at, 2.8 - at / 4, {
      took: 0.5,
      ...(at === 0 && { status: 'FAILED', error: FULL }),
      ...(at > 8 && { status: 'BUILDING' }),
    }),
  );
/** As of now: a push that is made up too early has ended. */
const builds = () => [...past(), ...live(), member('alone', 1, 30)];

const table = (page: Page) => page.getByRole('table', { name: 'Batches' });
const status = (page: Page) => page.getByRole('status').filter({ hasText: /batch(es)? of/ });
const show = (page: Page, name: string) =>
  table(page).getByRole('button', { name: `Show the batch ${name}` });
const rowOf = (page: Page, name: string) =>
  table(page)
    .locator('[data-row]')
    .filter({ has: page.getByRole('button', { name: `Show the batch ${name}` }) });

async function openBatches(page: Page, address = '/?lens=batches') {
  await page.goto(address);
  await expect(status(page)).toHaveText('2 batches of 26 builds');
  await expect(show(page, 'swe v6')).toBeVisible();
}

test.use({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-write'] });
test.beforeEach(({ page, account }) => openList({ page, account }, builds()));

test('answers how far each push is, in a row each', async ({ page }) => {
  const lenses = page.getByRole('navigation', { name: 'Lenses' });
  await lenses.getByRole('link', { name: 'Batches' }).click();
  await expect(page).toHaveURL(/lens=batches$/);
  await expect(status(page)).toHaveText('2 batches of 26 builds');
  const live = rowOf(page, 'swe v6');
  await expect(live.getByText('still being submitted', { exact: true })).toBeVisible();
  await expect(
    live.getByRole('img', { name: '8 done, 1 failed, 3 active of 12 images so far' }),
  ).toBeVisible();
  await expect(live).not.toContainText('%');
  await expect(live).not.toContainText('ends');
  await expect(live).toContainText('ada');
  const past = rowOf(page, 'bench v6');
  await expect(past.getByText('ended', { exact: true })).toBeVisible();
  await expect(past.getByRole('img', { name: '12 done, 2 failed of 14 images' })).toBeVisible();
  await expect(past).toContainText('took 9 min 30 s');
  for (const header of ['Batch', 'Started', 'Images', 'Failed', 'State']) {
    await expect(table(page).getByRole('button', { name: header, exact: true })).toBeVisible();
  }
  await past.getByRole('link', { name: 'Show builds' }).click();
  await expect(page).toHaveURL(/\/\?batch=bench\d+$/);
  await expect(page.getByRole('list', { name: 'Filter' })).toContainText(/batch/i);
  await expect(page.getByText('14 of 27 builds')).toBeVisible();
});

test('opens a batch in place: why it failed, what to push again, what is slow', async ({
  page,
}) => {
  await openBatches(page);
  await show(page, 'bench v6').click();
  await expect(show(page, 'bench v6')).toHaveAttribute('aria-expanded', 'true');
  const causes = page.getByRole('region', { name: 'Failures by cause' });
  await expect(causes).toContainText('2 failed artifacts in 2 builds by cause');
  const push = page.getByRole('region', { name: 'Push again' });
  await expect(push).toContainText('2 images to push again');
  await push.getByRole('button', { name: 'Copy lines' }).click();
  await expect
    .poll(async () => (await pasted(page)).split('\n').sort().join(' '))
    .toBe(' bench.task-0:v6 bench.task-1:v6');
  await push.getByRole('button', { name: 'Copy JSONL' }).click();
  await expect.poll(() => pasted(page)).toContain('{"image":"bench.task-1","tag":"v6"}\n');
  const slowest = page.getByRole('region', { name: 'Its slowest' });
  await expect(slowest.getByRole('listitem').first()).toContainText('bench.task-5');
  await expect(slowest.getByRole('listitem').first()).toContainText('9 min 00 s');
  expect(await findViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findViolations(page)).toEqual([]);
  await page.reload();
  await expect(show(page, 'bench v6')).toHaveAttribute('aria-expanded', 'true');
  await causes.getByRole('link', { name: /disk full|no space/i }).click();
  await expect(page).toHaveURL(/\/\?cause=[0-9a-f]+&batch=bench\d+$|batch=bench\d+&cause=/);
  await expect(page.getByText('2 of 27 builds')).toBeVisible();
});

test('sorts batches by a header, in the address, and Back undoes it', async ({ page }) => {
  await openBatches(page);
  const first = table(page)
    .getByRole('button', { name: /^Show the batch/ })
    .first();
  await expect(first).toHaveAccessibleName('Show the batch swe v6');
  await table(page).getByRole('button', { name: 'Failed', exact: true }).click();
  await expect(page).toHaveURL(/lens=batches&sort=-failed$/);
  await expect(first).toHaveAccessibleName('Show the batch bench v6');
  await page.goBack();
  await expect(page).toHaveURL(/lens=batches$/);
  await expect(first).toHaveAccessibleName('Show the batch swe v6');
});

test('keeps an opened batch in its place and its address while it grows and others come', async ({
  page,
  account,
}) => {
  await openBatches(page);
  await show(page, 'swe v6').click();
  await expect(page).toHaveURL(/open=swe0$/);
  await waitUntilHears(page);
  const top = async () => (await rowOf(page, 'swe v6').boundingBox())?.y;
  const before = await top();
  const newer = Array.from({ length: 11 }, (_, at) => member('new', at, 1));
  // One older than all comes late, others are created.
  account.fill([...builds(), member('swe', 99, 3.3), member('swe', 100, 0.02), ...newer]);
  await page.keyboard.press('r');
  await expect(status(page)).toHaveText('3 batches of 39 builds');
  await expect(rowOf(page, 'swe v6')).toContainText('14');
  await expect(show(page, 'swe v6')).toHaveAttribute('aria-expanded', 'true');
  await expect(page).toHaveURL(/open=swe0$/);
  expect(await top()).toBe(before);
  await page.reload();
  await expect(status(page)).toHaveText('3 batches of 39 builds');
  await expect(show(page, 'swe v6')).toHaveAttribute('aria-expanded', 'true');
  await show(page, 'swe v6').click();
  await expect(page).toHaveURL(/lens=batches$/);
});

test('shows batches on a phone and to the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openBatches(page);
  const opened = page.getByRole('region', { name: 'Its slowest' });
  await walkLens(page, { table: table(page), opened, key: 'p' });
});

test('tells of a push that is under way in one line, moves nothing, and can be dismissed', async ({
  page,
}) => {
  const note = page.getByRole('note', { name: 'A push is under way' });
  for (const [width, height, most] of [
    [1440, 900, 220],
    [390, 844, 200],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    await waitUntilComplete(page);
    await expect(note).toHaveText('swe v6: 12 submitted so far, 8 done, 1 failed');
    const first = await page.locator('[data-row]').first().boundingBox();
    expect(first?.y).toBeLessThanOrEqual(most);
    expect(await findViolations(page)).toEqual([]);
    await note.getByRole('button', { name: 'Dismiss the notice of this push' }).click();
    await expect(note).toHaveCount(0);
    expect(await page.locator('[data-row]').first().boundingBox()).toEqual(first);
  }
  await page.goto('/?status=FAILED');
  await note.getByRole('link').click();
  await expect(page).toHaveURL(/lens=batches&open=swe0$/);
  await expect(note).toHaveCount(0);
  await expect(show(page, 'swe v6')).toHaveAttribute('aria-expanded', 'true');
});
