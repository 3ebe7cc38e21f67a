import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { idsOnScreen } from './support/idsOnScreen.ts';
import { plainBuilds } from './support/listAnswer.ts';
import { readDownload } from './support/readDownload.ts';
import { expect, openAs, test, waitUntilComplete } from './support/test.ts';

/* What public bug reports of similar products say, tried here: e2e/faults.md has the table. */

const count = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search builds' });
const addressOf = (page: Page) => new URL(page.url()).search;
const tickOf = (page: Page, id: string) => page.locator(`[data-row="${id}"]`).getByRole('checkbox');

async function exported(page: Page): Promise<string[]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export / }).click();
  await page.getByRole('menuitem', { name: 'Download NDJSON' }).click();
  const lines = (await readDownload(await coming)).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line).id);
}

/** Builds whose order by name is not that by time. */
const shuffled = (): Build[] =>
  plainBuilds(12).map((build, at) => ({
    ...build,
    imageName: `image-${String((at * 5) % 12).padStart(2, '0')}`,
    status: at % 2 === 0 ? 'FAILED' : 'COMPLETED',
  }));

test('ticks with Shift what stands between two builds after the order has changed', async ({
  page,
  account,
}) => {
  account.fill(shuffled());
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await tickOf(page, 'app-5').click();
  await page.getByRole('button', { name: 'Image', exact: true }).click();
  await page.mouse.move(0, 0);
  const order = await idsOnScreen(page);
  const from = order.indexOf('app-5');
  const to = from > 5 ? from - 4 : from + 4;
  const last = order[to] ?? '';
  await tickOf(page, last).click({ modifiers: ['Shift'] });
  const wanted = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  await expect(page.getByText(`${wanted.length} builds selected`)).toBeVisible();
  expect(await exported(page)).toEqual(wanted);

  // What was let go of is no place to go on from.
  await page.getByRole('button', { name: /selected: clear/ }).click();
  await tickOf(page, order[0] ?? '').click({ modifiers: ['Shift'] });
  await expect(page.getByText('1 build selected')).toBeVisible();
});

test('exports what is shown after a filter was set, taken away and the order turned', async ({
  page,
  account,
}) => {
  account.fill(shuffled());
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await search(page).fill('image-0');
  await page.getByRole('button', { name: /^Failed/ }).click();
  await expect(count(page)).toHaveText('5 of 12 builds');
  expect(await exported(page)).toEqual(await idsOnScreen(page));
  await search(page).fill('');
  await page.getByRole('button', { name: /^Failed/ }).click();
  await expect(count(page)).toHaveText('12 of 12 builds');
  await page.getByRole('button', { name: 'Image', exact: true }).click();
  await page.mouse.move(0, 0);
  const order = await idsOnScreen(page);
  expect(order).toHaveLength(12);
  expect(await exported(page)).toEqual(order);
});

test('keeps what was filtered by hand through a reload', async ({ page, account }) => {
  account.fill(shuffled());
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await page.getByRole('button', { name: /^Failed/ }).click();
  await search(page).pressSequentially('image-0');
  await page.getByRole('button', { name: 'Image', exact: true }).click();
  await expect(count(page)).toHaveText('5 of 12 builds');
  await page.mouse.move(0, 0);
  const order = await idsOnScreen(page);
  const address = addressOf(page);
  await page.reload();
  await expect(count(page)).toHaveText('5 of 12 builds');
  expect(addressOf(page)).toBe(address);
  expect(await idsOnScreen(page)).toEqual(order);
  await expect(search(page)).toHaveValue('image-0');
});

test('finds c++ and 0%, typed, in a link and written into the address by hand', async ({
  page,
  account,
}) => {
  const names = ['c++', 'c', 'gcc', '0%', '100%', '%41', 'A'];
  account.fill(
    plainBuilds(names.length).map((build, at) => ({ ...build, imageName: names[at] ?? '' })),
  );
  await openAs(page, account.token);
  await waitUntilComplete(page);
  for (const [typed, found] of [
    ['c++', 1],
    ['0%', 2],
    ['%41', 1],
    ['image:=0%', 1],
  ] as const) {
    await search(page).fill('');
    await search(page).pressSequentially(typed);
    await expect(count(page), typed).toHaveText(`${found} of 7 builds`);
    await page.reload();
    await expect(count(page), `${typed} after a reload`).toHaveText(`${found} of 7 builds`);
    await page.getByRole('link', { name: /^All/ }).click();
  }
  await page.goto('/?image=c++');
  await expect(count(page)).toHaveText('1 of 7 builds');
  await expect(page.getByRole('list', { name: 'Filter' })).toContainText('c++');
  await page.goto('/?image=0%');
  await expect(page.getByRole('list', { name: 'Filter' })).toContainText('image=0%');
  await page.getByRole('link', { name: /^All/ }).click();
  await page
    .locator('[data-row="app-3"]')
    .getByRole('button', { name: /^Show artifacts/ })
    .click();
  await expect(page.getByText('registry.test/app-3:latest')).toBeVisible();
});

test('shows no negative time and no NaN on any lens, whatever the clocks said', async ({
  page,
  account,
}) => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const times: readonly [string, string, string | null, string | null][] = [
    ['BUILDING', at(-1), at(30), null],
    ['BUILDING', at(30), at(40), null],
    ['PENDING', at(90), null, null],
    ['COMPLETED', at(-60), at(-30), at(-45)],
    ['COMPLETED', at(-60), at(-90), at(-45)],
    ['COMPLETED', at(-60), null, at(-45)],
    ['FAILED', at(-60), at(30), at(60)],
    ['FAILED', at(-60), 'never', at(-45)],
    ['FAILED', at(-60), at(-50), ''],
    ['COMPLETED', '', '', ''],
    ['CANCELLED', at(-60), null, null],
    ['COMPLETED', at(-60), at(-50), at(-70)],
  ];
  account.fill(
    Array.from({ length: 4 }, (_, round) =>
      times.map(([status, createdAt, startedAt, completedAt], at): Build => {
        const [like] = plainBuilds(1);
        const [artifact] = like?.artifacts ?? [];
        if (!like || !artifact) throw new Error('No build was made.');
        const said = { createdAt, startedAt, completedAt, status };
        return {
          ...like,
          ...said,
          id: `b-${round}-${at}`,
          imageName: `image-${at % 3}`,
          imageTag: `v${round}`,
          artifacts: [{ ...artifact, ...said, id: `a-${round}-${at}`, errorMessage: 'boom' }],
        };
      }),
    ).flat(),
  );
  await openAs(page, account.token);
  await waitUntilComplete(page);
  for (const lens of ['builds', 'errors', 'images', 'batches', 'timeline']) {
    await page.goto(`/?lens=${lens}`);
    await waitUntilComplete(page);
    await expect(page.getByText(/^Loading/)).toHaveCount(0);
    for (const opener of await page.getByRole('button', { name: /^Show / }).all()) {
      if (await opener.isVisible()) await opener.click();
      if (lens === 'timeline') break;
    }
    const text = await page.locator('body').innerText();
    expect(text, lens).not.toMatch(
      /NaN|Infinity|Invalid Date|undefined|(?:^|[\s(])[-−–]\d+ ?(?:ms|s|min|h|d)\b/m,
    );
  }
});
