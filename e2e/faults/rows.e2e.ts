import type { Page } from '@playwright/test';
import { expect, test } from '../support/faultTest.ts';
import { plainBuilds } from '../support/listAnswer.ts';
import { openAs, waitUntilComplete } from '../support/test.ts';

const rows = (page: Page) => page.locator('[data-row]');
const row = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);
const status = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });
const [plain] = plainBuilds(1);
const [artifact] = plain?.artifacts ?? [];

test('keeps 99 good builds beside one that cannot be read, and names it', async ({
  page,
  faults,
}) => {
  const builds: unknown[] = plainBuilds(100);
  builds[40] = { ...plain, id: 'torn', imageTag: 7 };
  faults.list.builds = builds;
  await openAs(page, faults.token);
  await page.getByText('1 build could not be read. All others are shown.').click();
  await expect(page.getByText('torn: imageTag, expected text, got a number')).toBeVisible();
  await expect(status(page)).toHaveText('99 of 100 builds');
  await expect(page.getByText('1 unreadable', { exact: true })).toBeVisible();
  await expect(page.getByText('complete', { exact: true })).toHaveCount(0);
});

test('shows missing artifacts as unknown, not as none', async ({ page, faults }) => {
  const { artifacts: _, ...without } = { ...plain, id: 'missing' };
  faults.list.builds = [
    without,
    { ...plain, id: 'null', artifacts: null },
    { ...plain, id: 'none', artifacts: [] },
  ];
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  for (const id of ['missing', 'null']) {
    await expect(row(page, id).getByTitle(/did not say which artifacts/)).toHaveText('–');
  }
  await expect(row(page, 'none').locator('[data-column="artifacts"]')).toHaveText('none');
});

test('shows an unknown status or artifact type as its raw word, counted and filterable', async ({
  page,
  faults,
}) => {
  faults.list.builds = [
    { ...plain, id: 'paused', status: 'PAUSED' },
    { ...plain, id: 'lower', status: 'failed' },
    { ...plain, id: 'empty', status: '' },
    { ...plain, id: 'type', artifacts: [{ ...artifact, artifactType: 'WASM_MODULE' }] },
  ];
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await expect(row(page, 'paused')).toContainText('PAUSED');
  await expect(row(page, 'lower')).toContainText('Failed');
  await expect(row(page, 'empty')).toContainText('(no status)');
  await expect(
    row(page, 'type').getByRole('img', { name: 'WASM_MODULE: Completed' }),
  ).toBeVisible();
  await page.getByRole('button', { name: /^PAUSED/ }).click();
  await expect(status(page)).toHaveText('1 of 4 builds');
  await expect(row(page, 'paused')).toBeVisible();
});

test('flags a status that its artifacts contradict, and shows both', async ({ page, faults }) => {
  faults.list.builds = [
    { ...plain, id: 'odd', status: 'COMPLETED', artifacts: [{ ...artifact, status: 'FAILED' }] },
  ];
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await expect(row(page, 'odd')).toContainText('its artifacts say otherwise');
  await page.getByRole('button', { name: /^Show artifacts of/ }).click();
  const artifacts = page.getByRole('table', { name: /^Artifacts of/ });
  await expect(artifacts).toContainText('Failed');
  await expect(row(page, 'odd')).toContainText('Completed');
});

test('takes ids as they come: endless, of the language itself, empty or numbers', async ({
  page,
  faults,
}) => {
  const endless = 'x'.repeat(10_000);
  const ids: readonly unknown[] = ['__proto__', 'constructor', endless, '', 42, '__proto__'];
  faults.list.builds = ids.map((id) => ({ ...plain, id }));
  await openAs(page, faults.token);
  await expect(page.getByText('1 build could not be read')).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await row(page, '__proto__')
    .getByRole('button', { name: /^Show artifacts of/ })
    .click();
  await expect(page.getByRole('table', { name: /^Artifacts of/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('table', { name: /^Artifacts of/ })).toBeVisible();
});

const NAMES: readonly (readonly [name: string, shown: string])[] = [
  ['..', '..'],
  ['/', '/'],
  ['%2e%2e%2f', '%2e%2e%2f'],
  ['👩‍👩‍👧‍👦🏳️‍🌈', '👩‍👩‍👧‍👦🏳️‍🌈'],
  ['gnp\u202egpj', 'gnp⟨U+202E⟩gpj'],
  ['zero\u200bwidth', 'zero⟨U+200B⟩width'],
  ['\u001b[31mred', '⟨U+001B⟩[31mred'],
  ['<script>document.title="taken over"</script>', '<script>document.title="taken over"</script>'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['lone\ud800', 'lone⟨U+D800⟩'],
  ['{{constructor.constructor("alert(1)")()}}', '{{constructor.constructor("alert(1)")()}}'],
  ['', '(no name)'],
  ['العربية', 'العربية'],
  ['עברית', 'עברית'],
  ['中文鏡像', '中文鏡像'],
  ['日本語イメージ', '日本語イメージ'],
  ['한국어', '한국어'],
  ['ภาษาไทย', 'ภาษาไทย'],
  ['हिन्दी', 'हिन्दी'],
  ['Ελληνικά', 'Ελληνικά'],
  ['кириллица', 'кириллица'],
  ['አማርኛ', 'አማርኛ'],
  ['z\u0351\u0350a\u0369l\u036fg\u0325o', 'z\u0351\u0350a\u0369l\u036fg\u0325o'],
  ['ﷺ𒐫𝕬𝖓', 'ﷺ𒐫𝕬𝖓'],
];

test('shows hostile names and twelve alphabets as text, controls made visible', async ({
  page,
  faults,
}) => {
  faults.list.builds = NAMES.map(([imageName], index) => ({
    ...plain,
    id: `name-${index}`,
    imageName,
    createdAt: new Date(Date.now() - index * 60_000).toISOString(),
    artifacts: [{ ...artifact, errorMessage: imageName, fullImagePath: imageName }],
  }));
  await page.setViewportSize({ width: 1280, height: 1400 });
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  for (const [index, [, shown]] of NAMES.entries()) {
    const cell = row(page, `name-${index}`).locator('[data-column="image"]');
    await expect(cell, shown).toHaveText(`${shown}:latest`);
    const box = await row(page, `name-${index}`).boundingBox();
    expect(box?.height, `${shown} stays in its line`).toBe(32);
  }
  expect(await page.title()).not.toContain('taken over');
  await expect(page.locator('img')).toHaveCount(0);
});

test('shows an address in an image path as text, never as a link', async ({ page, faults }) => {
  const fullImagePath = 'javascript:alert(document.cookie)';
  faults.list.builds = [{ ...plain, artifacts: [{ ...artifact, fullImagePath }] }];
  await openAs(page, faults.token);
  await page.getByRole('button', { name: /^Show artifacts of/ }).click();
  await expect(page.getByText(fullImagePath)).toBeVisible();
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
});

test('reads times of every spelling, and never shows a negative age', async ({ page, faults }) => {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const bare = (ms: number) => at(ms).replace('Z', '');
  const hours = 3_600_000;
  const created = (id: string, createdAt: string) => ({
    ...plain,
    id,
    createdAt,
    startedAt: null,
    completedAt: null,
  });
  faults.list.builds = [
    created('bare', bare(-5 * hours)),
    created('space', bare(-5 * hours).replace('T', ' ')),
    created('micro', `${bare(-5 * hours)}123`),
    created('zone', at(-5 * hours + 5.5 * hours).replace('Z', '+05:30')),
    created('no day', '2024-02-30T00:00:00'),
    created('one', '1'),
    created('nothing', ''),
    created('future', at(10 * 60_000)),
    { ...plain, id: 'backwards', startedAt: at(-hours), completedAt: at(-2 * hours) },
    { ...plain, id: 'unstarted', startedAt: null, completedAt: at(-hours) },
  ];
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  const cell = (id: string, column: string) => row(page, id).locator(`[data-column="${column}"]`);
  for (const id of ['bare', 'space', 'micro', 'zone']) {
    await expect(cell(id, 'created'), id).toHaveText('5 h ago');
  }
  for (const id of ['no day', 'one', 'nothing']) {
    await expect(cell(id, 'created'), id).toHaveText('–');
  }
  await expect(cell('future', 'created')).toHaveText('just now');
  for (const id of ['backwards', 'unstarted']) {
    await expect(cell(id, 'duration'), id).toHaveText('–');
  }
});

test('scrolls 10,000 artifacts inside their row', async ({ page, faults }) => {
  const artifacts = Array.from({ length: 10_000 }, (_, index) => ({
    ...artifact,
    id: `artifact-${index}`,
  }));
  faults.list.builds = [
    { ...plain, artifacts },
    { ...plain, id: 'below' },
  ];
  await openAs(page, faults.token);
  await row(page, 'app-0')
    .getByRole('button', { name: /^Show artifacts of/ })
    .click();
  const table = page.getByRole('table', { name: /^Artifacts of/ });
  await expect(table).toHaveAttribute('aria-rowcount', '10001');
  expect(await table.locator('tr').count()).toBeLessThan(500);
  const box = table.locator('..');
  const { scrolls, fits } = await box.evaluate((element) => ({
    scrolls: element.scrollHeight > element.clientHeight,
    fits: element.clientHeight < innerHeight,
  }));
  expect([scrolls, fits]).toEqual([true, true]);
});

test('takes 1,000 changes in one poll and keeps what is open and focused', async ({
  page,
  faults,
}) => {
  const builds = plainBuilds(1000).map((build) => ({
    ...build,
    status: 'BUILDING',
    completedAt: null,
  }));
  faults.list.builds = builds;
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await row(page, 'app-2')
    .getByRole('button', { name: /^Show artifacts of/ })
    .click();
  const opened = page.getByRole('table', { name: 'Artifacts of app-2:latest' });
  await expect(opened).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search builds' });
  await search.focus();
  faults.list.builds = builds.map((build) => ({ ...build, status: 'FAILED' }));
  await page.getByRole('button', { name: 'Failed 1,000' }).waitFor();
  await expect(row(page, 'app-5')).toContainText('Failed');
  await expect(search).toBeFocused();
  await expect(opened).toBeVisible();
});
