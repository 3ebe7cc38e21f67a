import type { Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { isEnded } from '../src/contract/status.ts';
import { parseInstant } from '../src/lib/instant.ts';
import { idsOnScreen } from './support/idsOnScreen.ts';
import { expect, openAs, test, waitUntilComplete, waitUntilHears } from './support/test.ts';

test.use({ viewport: { width: 1280, height: 2000 }, timezoneId: 'UTC' });

interface Spelling {
  /** As the page itself writes it. */
  readonly address: string;
  readonly typed: string;
  /** By pointing, where there is a way. */
  readonly clicked?: (page: Page) => Promise<void>;
  readonly holds: (build: Build) => boolean;
}

const DAY = 86_400_000;
const dayAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
const artifactsOf = (build: Build) => build.artifacts ?? [];
const errorsOf = (build: Build) =>
  artifactsOf(build).flatMap(({ errorMessage }) => (errorMessage ? [errorMessage] : []));
const createdAt = (build: Build) => parseInstant(build.createdAt) ?? 0;
const duration = (build: Build) =>
  (parseInstant(build.completedAt ?? '') ?? Number.NaN) -
  (parseInstant(build.startedAt ?? '') ?? Number.NaN);
const textsOf = (build: Build) => [
  `${build.imageName}:${build.imageTag}`,
  build.id,
  ...errorsOf(build),
  ...artifactsOf(build).flatMap(({ id, fullImagePath }) => [id, fullImagePath ?? '']),
];

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search builds' });
const facet = (page: Page, name: RegExp) => page.getByRole('button', { name });
const count = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });
const query = (page: Page) => new URL(page.url()).search;

/** Back to the whole list, as by its tab. */
async function showAll(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: /^All/ }).click();
  await expect(search(page)).toHaveValue('');
  expect(query(page)).toBe('');
}

const [from, to] = [dayAgo(12), dayAgo(5)];

const SPELLINGS: Readonly<Record<string, Spelling>> = {
  'a list of statuses': {
    address: '?status=FAILED,CANCELLED',
    typed: 'status:failed,cancelled',
    clicked: async (page) => {
      await facet(page, /^Failed/).click();
      await facet(page, /^Cancelled/).click();
    },
    holds: (build) => ['FAILED', 'CANCELLED'].includes(build.status),
  },
  'a type of artifact': {
    address: '?artifact=VM_SANDBOX',
    typed: 'artifact:vm',
    clicked: (page) => facet(page, /^VM sandbox/).click(),
    holds: (build) => artifactsOf(build).some(({ artifactType }) => artifactType === 'VM_SANDBOX'),
  },
  'a pattern for the image': {
    address: '?image=swe-%2A1%2A',
    typed: 'image:swe-*1*',
    holds: (build) => /^swe-.*1/.test(build.imageName),
  },
  'a whole tag': {
    address: '?tag=latest',
    typed: 'TAG:latest',
    holds: (build) => build.imageTag === 'latest',
  },
  'all but one status': {
    address: '?-status=COMPLETED',
    typed: '-status:completed',
    clicked: async (page) => {
      await facet(page, /^Completed/).click();
      await page.getByRole('button', { name: 'Turn round status is Completed' }).click();
    },
    holds: (build) => build.status !== 'COMPLETED',
  },
  'words of an error': {
    address: '?error=space+left',
    typed: 'error:"space left"',
    holds: (build) => errorsOf(build).some((error) => error.toLowerCase().includes('space left')),
  },
  'days of creation': {
    address: `?created=${from}..${to}`,
    typed: `created:${to}..${from}`,
    clicked: async (page) => {
      await page.getByRole('button', { name: 'Created', exact: true }).first().click();
      await page.getByLabel('From (UTC)').fill(from);
      await page.getByLabel('To (UTC)').fill(to);
      await page.getByRole('button', { name: 'Show these days' }).click();
    },
    holds: (build) =>
      createdAt(build) >= Date.parse(from) && createdAt(build) < Date.parse(to) + DAY,
  },
  'a shortest duration': {
    address: '?duration=%3E5m',
    typed: 'duration:>300s',
    holds: (build) => duration(build) > 300_000,
  },
  'having an error': {
    address: '?has=error',
    typed: 'has:error',
    holds: (build) => errorsOf(build).length > 0,
  },
  'free words': {
    address: '?q=SWE+django',
    typed: 'SWE django',
    holds: (build) =>
      ['swe', 'django'].every((word) =>
        textsOf(build).some((text) => text.toLowerCase().includes(word)),
      ),
  },
};

for (const [name, { address, typed, clicked, holds }] of Object.entries(SPELLINGS)) {
  test(`finds the same builds however it is asked for ${name}`, async ({ page, account }) => {
    // A build that runs gets longer while the test looks.
    const builds = account.fill(account.fill(250).filter(({ status }) => isEnded(status)));
    const wanted = builds
      .filter(holds)
      .sort((a, b) => createdAt(b) - createdAt(a) || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(builds.length);
    const showsThem = async (way: string) => {
      await expect(count(page), way).toHaveText(`${wanted.length} of ${builds.length} builds`);
      expect(await idsOnScreen(page), way).toEqual(wanted);
    };

    await openAs(page, account.token, `/${address}`);
    await waitUntilComplete(page);
    await showsThem('by the address');

    await showAll(page);
    await search(page).pressSequentially(typed);
    await showsThem('typed');
    await expect.poll(() => query(page)).toBe(address);

    if (clicked === undefined) return;
    await showAll(page);
    await clicked(page);
    await showsThem('clicked');
    expect(query(page)).toBe(address);
  });
}

test('filters by the cell of a row, and by all but it', async ({ page, account }) => {
  const builds = account.fill(200);
  const failed = builds.filter(({ status }) => status === 'FAILED');
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const row = page.locator(`[data-row="${failed[0]?.id}"]`);
  await waitUntilHears(page);
  await row.focus();
  await page.keyboard.press('.');
  await expect(count(page)).toHaveText(`${failed.length} of 200 builds`);
  expect(query(page)).toBe('?status=FAILED');
  await page.goBack();
  await expect(count(page)).toHaveText('200 of 200 builds');
  await row.focus();
  await page.keyboard.press('Alt+.');
  await expect(count(page)).toHaveText(`${200 - failed.length} of 200 builds`);
  expect(query(page)).toBe('?-status=FAILED');
});

test('filters by the cell that is clicked with Ctrl, and by all but it with Alt', async ({
  page,
  account,
}) => {
  const builds = account.fill(200);
  const image = builds[0]?.imageName;
  const same = builds.filter(({ imageName }) => imageName === image).length;
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const cell = page.locator(`[data-row="${builds[0]?.id}"] [data-column=image]`);
  await waitUntilHears(page);
  await cell.click({ modifiers: ['ControlOrMeta'] });
  await expect(count(page)).toHaveText(`${same} of 200 builds`);
  await page.goBack();
  await expect(count(page)).toHaveText('200 of 200 builds');
  await cell.click({ modifiers: ['Alt'] });
  await expect(count(page)).toHaveText(`${200 - same} of 200 builds`);
  await expect(page.getByRole('table', { name: /^Artifacts of/ })).toHaveCount(0);
});

test('keeps the focus while parts of the filter are turned round and removed by keys', async ({
  page,
  account,
}) => {
  account.fill(60);
  await openAs(page, account.token, '/?status=FAILED&artifact=VM_SANDBOX');
  await waitUntilComplete(page);
  const chips = page.getByRole('list', { name: 'Filter' });
  const turn = chips.getByRole('button', { name: /^Turn round/ }).first();
  await turn.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/-status=FAILED/);
  await expect(turn).toBeFocused();
  const remove = chips.getByRole('button', { name: /^Remove/ }).first();
  await remove.focus();
  await page.keyboard.press('Enter');
  await expect(chips.getByRole('button', { name: /^Remove/ })).toHaveCount(1);
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search builds' })).toBeFocused();
});

test('asks what a misspelt parameter means, and applies the rest', async ({ page, account }) => {
  const builds = account.fill(200);
  const latest = builds.filter(({ imageTag }) => imageTag === 'latest');
  const both = latest.filter(({ status }) => status === 'FAILED');
  expect(both.length).toBeLessThan(latest.length);
  await openAs(page, account.token, '/?stauts=FAILED&tag=latest');
  await waitUntilComplete(page);
  await expect(count(page)).toHaveText(`${latest.length} of 200 builds`);
  const chips = page.getByRole('list', { name: 'Filter' });
  await expect(chips).toContainText('stauts=FAILED');
  await chips.getByRole('button', { name: 'Did you mean status=FAILED?' }).click();
  await expect(count(page)).toHaveText(`${both.length} of 200 builds`);
  expect(query(page)).toBe('?status=FAILED&tag=latest');

  await showAll(page);
  await search(page).pressSequentially('stauts:failed tag:latest');
  await page.getByRole('button', { name: /^Did you mean status/ }).click();
  await expect(count(page)).toHaveText(`${both.length} of 200 builds`);
  await expect.poll(() => query(page)).toBe('?status=FAILED&tag=latest');
});

test('goes back and forward from view to view, each with its rows', async ({ page, account }) => {
  const builds = account.fill(300);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const shown = async (holds: (build: Build) => boolean) => {
    await expect(count(page)).toHaveText(`${builds.filter(holds).length} of 300 builds`);
  };
  const isFailed = ({ status }: Build) => status === 'FAILED';
  const isSwe = (build: Build) => textsOf(build).some((text) => text.includes('swe'));

  await search(page).pressSequentially('swe');
  await facet(page, /^Failed/).click();
  await facet(page, /^Container image/).click();
  await search(page).fill('');
  // What is typed reaches the address a moment later.
  await expect.poll(() => query(page)).toBe('?status=FAILED&artifact=CONTAINER_IMAGE');
  await shown((build) => isFailed(build) && artifactsOf(build).some(isContainer));
  await page.goBack();
  await shown((build) => isFailed(build) && isSwe(build));
  await expect(search(page)).toHaveValue('swe');
  await page.goBack();
  await shown(isSwe);
  await page.goForward();
  await page.goForward();
  await shown((build) => isFailed(build) && artifactsOf(build).some(isContainer));
  await expect(search(page)).toHaveValue('');
});

function isContainer({ artifactType }: { readonly artifactType: string }): boolean {
  return artifactType === 'CONTAINER_IMAGE';
}
