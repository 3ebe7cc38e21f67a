import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Artifact, Build } from '../src/contract/build.ts';
import { parseInstant } from '../src/lib/instant.ts';
import { loadBuilds } from '../src/local-api/loadBuilds.ts';
import { makeBuilds } from '../src/local-api/makeBuilds.ts';
import { startLocalApi } from '../src/local-api/startLocalApi.ts';
import { rearm } from '../src/screens/export/formats/disarm.ts';
import { utcTime } from '../src/screens/export/formats/utcTime.ts';
import { pasted } from './support/pasted.ts';
import { readAll } from './support/readAll.ts';
import { readDownload } from './support/readDownload.ts';
import { expect, openAs, test, waitUntilComplete } from './support/test.ts';

/** Names that a spreadsheet would reckon out. */
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1'] as const;

/** Made up builds, and failed ones with all that is hard to write in a cell. */
function builds(): Build[] {
  const made = makeBuilds({ count: 150, seed: 7, now: Date.now(), days: 30 });
  const failed = made.filter(({ status, artifacts }) => status === 'FAILED' && artifacts?.length);
  const hard = FORMULAS.map((formula, index): Build => {
    const like = failed[index % failed.length];
    if (!like) throw new Error('No failed build was made.');
    return {
      ...like,
      id: `hard-${index}`,
      imageName: formula,
      artifacts: (like.artifacts ?? []).map((artifact) => ({
        ...artifact,
        id: `${artifact.id}-${index}`,
        errorMessage: `${formula} said "no", then:\r\n,;ü → 🛑`,
      })),
    };
  });
  const [first, second] = failed;
  if (!first || !second) throw new Error('No failed build was made.');
  const bare = [
    { ...first, id: 'no-artifacts', artifacts: [] },
    { ...second, id: 'not-said', artifacts: null },
  ];
  return [...made, ...hard, ...bare];
}

const createdAt = (build: Build) => parseInstant(build.createdAt) ?? 0;

/** A build as it is exported: each time says its zone. */
const timesInUtc = <Timed extends Build | Artifact>(timed: Timed): Timed => ({
  ...timed,
  createdAt: utcTime(timed.createdAt),
  startedAt: utcTime(timed.startedAt),
  completedAt: utcTime(timed.completedAt),
});
const inUtc = (build: Build): Build => ({
  ...timesInUtc(build),
  ...(build.artifacts && { artifacts: build.artifacts.map(timesInUtc) }),
});

/** What the API itself says of the failed builds, newest first as the page shows them. */
async function failedOnes(url: string, token: string): Promise<Build[]> {
  const all = await readAll(url, token);
  return all
    .filter(({ status }) => status === 'FAILED')
    .sort((a, b) => createdAt(b) - createdAt(a) || (a.id < b.id ? -1 : 1))
    .map(inUtc);
}

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Export / }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function download(page: Page, item: string): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await choose(page, item);
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readDownload(file) };
}

/** The cells of a CSV file, line by line (RFC 4180). */
function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  for (const line of text.matchAll(/((?:"(?:[^"]|"")*",?)+)\r\n/gy)) {
    const cells = [...(line[1] ?? '').matchAll(/"((?:[^"]|"")*)"/g)];
    lines.push(cells.map(([, cell]) => (cell ?? '').replaceAll('""', '"')));
  }
  return lines;
}

/** What the cells of a build must say: a line for each artifact. */
function linesOf(build: Build): string[][] {
  const artifacts: readonly (Artifact | null)[] = build.artifacts?.length
    ? build.artifacts
    : [null];
  return artifacts.map((artifact) =>
    [
      build.id,
      build.imageName,
      build.imageTag,
      build.status,
      build.createdAt,
      build.startedAt,
      build.completedAt,
      build.artifacts?.length,
      artifact?.id,
      artifact?.artifactType,
      artifact?.status,
      artifact?.fullImagePath,
      artifact?.errorMessage,
      artifact?.createdAt,
      artifact?.startedAt,
      artifact?.completedAt,
    ].map((value) => String(value ?? '')),
  );
}

test('saves the filtered builds as CSV, every field of every artifact, without formulas', async ({
  page,
  account,
  servers,
}) => {
  account.fill(builds());
  await openAs(page, account.token, '/?status=FAILED');
  await waitUntilComplete(page);
  const { name, text } = await download(page, 'Download CSV');
  expect(name).toMatch(/^image-builds-\d{4}-\d\d-\d\dT\d{4}Z\.csv$/);
  expect(text.startsWith('\ufeff')).toBe(true);
  const [heads, ...lines] = cellsOf(text.slice(1));
  expect(heads).toHaveLength(16);
  const wanted = await failedOnes(servers.gateway.url, account.token);
  expect(wanted.length).toBeGreaterThan(FORMULAS.length + 2);
  expect(lines.map((cells) => cells.map(rearm))).toEqual(wanted.flatMap(linesOf));
  for (const cell of lines.flat()) expect(cell).not.toMatch(/(?:^|[;\t\r\n])\s*[=+\-@]/);
});

test('saves the filtered builds as JSON, which the local API serves again', async ({
  page,
  account,
  servers,
}, testInfo) => {
  account.fill(builds());
  await openAs(page, account.token, '/?status=FAILED');
  await waitUntilComplete(page);
  const { text } = await download(page, 'Download JSON');
  const wanted = await failedOnes(servers.gateway.url, account.token);
  expect(JSON.parse(text)).toEqual({
    data: wanted,
    total_count: wanted.length,
    offset: 0,
    limit: wanted.length,
  });

  const file = testInfo.outputPath('builds.json');
  await writeFile(file, text);
  expect(loadBuilds(file)).toEqual(wanted);
  const again = await startLocalApi({ load: file, accounts: [] });
  const served = await failedOnes(await again.listen(0), again.loaded?.token ?? '');
  await again.close();
  expect(served).toEqual(wanted);
});

test('exports the selected builds alone, in the order shown', async ({
  page,
  account,
  servers,
}) => {
  account.fill(builds());
  await openAs(page, account.token, '/?status=FAILED');
  await waitUntilComplete(page);
  const failed = await failedOnes(servers.gateway.url, account.token);
  const wanted = [failed[1], failed[3], failed[4]];
  for (const build of wanted.toReversed()) {
    const row = page.locator(`[data-row="${build?.id}"]`);
    await row.getByRole('checkbox').check();
  }
  await expect(page.getByRole('button', { name: 'Export 3 selected builds' })).toBeVisible();
  const { text } = await download(page, 'Download JSON');
  expect(JSON.parse(text).data).toEqual(wanted);
  await page.getByRole('button', { name: '3 builds selected: clear' }).press('Enter');
  await expect(page.getByText(/^\d+ of \d+ builds$/)).toBeFocused();
  const whole = await download(page, 'Download NDJSON');
  expect(
    whole.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  ).toEqual(failed.map(({ id }) => id));
});

test('copies the failed builds as an incident', async ({ page, context, account, servers }) => {
  await context.grantPermissions(['clipboard-write']);
  account.fill(200);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await choose(page, 'Copy as incident');
  const failed = await failedOnes(servers.gateway.url, account.token);
  expect(failed.length).toBeGreaterThan(1);
  await expect(
    page.getByText(`Copied ${failed.length} builds as an incident.`).last(),
  ).toBeVisible();
  const text = await pasted(page);
  const headings = text.split('\n').filter((line) => line.startsWith('## '));
  expect(headings).toEqual(
    failed.map(({ imageName, imageTag }, at) => `## ${at + 1}. \`${imageName}:${imageTag}\``),
  );
  for (const { id, artifacts } of failed) {
    expect(text).toContain(`- Build: \`${id}\``);
    for (const { errorMessage } of artifacts ?? []) {
      const line = errorMessage?.split('\n').find((each) => /^[\w ]{20,}/.test(each));
      if (line) expect(text).toContain(line.trim());
    }
  }
  expect(text.split('\n')[2]).toContain(`${failed.length} failed builds, as of `);
  expect(text).toContain('- Filter: `All builds. Newest first.`');
  expect(text).toContain(`- Link: <${new URL(page.url()).origin}/>`);
  expect(text).not.toContain(account.token);
});
