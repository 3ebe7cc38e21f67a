import type { Page } from '@playwright/test';
import { artifactOf, buildOf } from '../src/contract/testing/builds.ts';
import { findViolations } from './support/axe.ts';
import { pasted } from './support/pasted.ts';
import { readDownload } from './support/readDownload.ts';
import { expect, openList, test, waitUntilHears } from './support/test.ts';

const START = Date.UTC(2026, 10, 20);
const at = (hour: number) => new Date(START + hour * 3_600_000).toISOString();

/** A build of an image that ended at an hour of 20 November, with one artifact like it. */
function ended(id: string, imageName: string, status: string, hour: number, error?: string) {
  const fullImagePath = status === 'COMPLETED' ? `registry/${imageName}:${id}` : null;
  return buildOf(id, {
    imageName,
    imageTag: 'v1',
    status,
    createdAt: at(hour - 1),
    startedAt: at(hour - 1),
    completedAt: at(hour),
    artifacts: [
      artifactOf(`${id}a`, {
        status,
        fullImagePath,
        errorMessage: error ?? null,
        createdAt: at(hour - 1),
        completedAt: at(hour),
      }),
    ],
  });
}

const FULL = 'write /data/part-1.bin: no space left on device';
const BUILDS = [
  ended('w1', 'web', 'COMPLETED', 1),
  ended('w2', 'web', 'FAILED', 2, FULL),
  ended('w3', 'web', 'FAILED', 3, FULL),
  ended('a1', 'api', 'FAILED', 4, FULL),
  ended('a2', 'api', 'COMPLETED', 5),
  ended('j1', 'job', 'FAILED', 6, '=cmd: not found'),
  buildOf('j2', {
    imageName: 'job',
    imageTag: 'v1',
    status: 'BUILDING',
    createdAt: new Date().toISOString(),
    startedAt: null,
    completedAt: null,
    artifacts: [],
  }),
];

test.use({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-write'] });
test.beforeEach(({ page, account }) => openList({ page, account }, BUILDS));

const exportButton = (page: Page) => page.getByRole('button', { name: /^Export / });
const choice = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });

async function download(page: Page, item: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await exportButton(page).click();
  await choice(page, item).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readDownload(file) };
}

test('saves the causes as the lens shows them, or their builds', async ({ page }) => {
  await page.goto('/?lens=errors&sort=last');
  await expect(page.getByRole('status').filter({ hasText: '2 causes of 4' })).toBeVisible();
  await expect(exportButton(page)).toHaveAccessibleName('Export 2 causes or all 7 builds');
  const { name, text } = await download(page, 'Download causes as JSON');
  expect(name).toMatch(/^image-builds-causes-\d{4}-\d\d-\d\dT\d{4}Z\.json$/);
  const { causes, complete, view, link } = JSON.parse(text);
  expect(causes).toMatchObject([
    { artifacts: 3, builds: 3, images: 2, first_seen: at(2).replace('.000', '') },
    { artifacts: 1, newest_error: '=cmd: not found', last_seen: at(6).replace('.000', '') },
  ]);
  expect({ complete, view }).toEqual({ complete: true, view: 'Errors of all builds.' });
  expect(link).toContain('?lens=errors&sort=last');
  const csv = await download(page, 'Download causes as CSV');
  expect(csv.text.split('\r\n')).toHaveLength(4);
  expect(csv.text).toContain(`"'=cmd: not found"`);
  const builds = await download(page, 'Download NDJSON');
  expect(builds.text.trimEnd().split('\n')).toHaveLength(7);
});

test('copies the images of the filter as a Markdown table', async ({ page }) => {
  await page.goto('/?lens=images&status=FAILED&sort=image');
  await expect(page.getByRole('status').filter({ hasText: '3 images of 4 builds' })).toBeVisible();
  await exportButton(page).click();
  await choice(page, 'Copy images as Markdown table').click();
  await expect(page.getByText('Copied 3 images as a Markdown table.').last()).toBeVisible();
  const lines = (await pasted(page)).trimEnd().split('\n');
  expect(lines[0]).toContain('3 images of 4 builds, as of ');
  expect(lines[2]).toContain('| Image | State | Broken since (UTC) | Last good container image |');
  expect(lines.slice(4).map((line) => line.split(' | ').slice(0, 4))).toEqual([
    ['| `api`', 'Good', '–', '`registry/api:a2`'],
    ['| `job`', 'No success', '2026-11-20 06:00:00', ''],
    ['| `web`', 'Broken', '2026-11-20 02:00:00', '`registry/web:w1`'],
  ]);
});

test('lists what to push again alone, says what it leaves out, and takes it along', async ({
  page,
}) => {
  await exportButton(page).click();
  const menu = page.getByRole('menu', { name: /^Export / });
  const note = '1 line for 2 builds; left out: 1 good since, 1 being built again';
  await expect(menu.getByText(note)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await choice(page, 'Copy name:tag list').click();
  const done = page.getByText(
    'Copied 1 line for 2 builds as a name:tag list. Left out: 1 good since, 1 being built again.',
  );
  await expect(done.last()).toBeVisible();
  expect(await pasted(page)).toBe('web:v1\n');
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Copy with those left out' }).click();
  await expect(
    page.getByText('Copied 3 lines for 4 builds as a name:tag list.').last(),
  ).toBeVisible();
  expect((await pasted(page)).trimEnd().split('\n').sort()).toEqual(['api:v1', 'job:v1', 'web:v1']);
  const { text } = await download(page, 'Download failed images (JSONL)');
  expect(JSON.parse(text)).toEqual({ image: 'web', tag: 'v1', error: FULL });
  // The filter says the same: what is being built again is broken still.
  await page.goto('/?is=broken');
  await expect(page.locator('[data-row]')).toHaveCount(2);
});

test('prints the table of a lens', async ({ page }) => {
  await page.goto('/?lens=images&sort=image');
  await expect(page.getByRole('status').filter({ hasText: '3 images' })).toBeVisible();
  await waitUntilHears(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const paper = page.getByRole('region', { name: 'Images to print' });
  await expect(paper.getByRole('rowheader')).toHaveText(['api', 'job', 'web']);
  await expect(paper).toContainText('3 images of 7 builds, as of ');
  await expect(page.getByRole('table', { name: 'Images' })).toBeHidden();
});
