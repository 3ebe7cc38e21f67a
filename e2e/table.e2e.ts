import type { Build } from '../src/contract/build.ts';
import { STATUSES } from '../src/contract/status.ts';
import { parseInstant } from '../src/lib/instant.ts';
import { stripAnsi } from '../src/lib/stripAnsi.ts';
import { compareText, foldCase } from '../src/lib/text.ts';
import { idsOnScreen } from './support/idsOnScreen.ts';
import { readAll } from './support/readAll.ts';
import { expect, openAs, test, waitUntilComplete } from './support/test.ts';

const created = (build: Build) => parseInstant(build.createdAt) ?? Number.NEGATIVE_INFINITY;
const byDefault = (a: Build, b: Build) => created(b) - created(a) || (a.id < b.id ? -1 : 1);
const started = (build: Build) => (build.startedAt ? parseInstant(build.startedAt) : null);
const duration = (build: Build) => {
  const from = started(build);
  const to = build.completedAt ? parseInstant(build.completedAt) : null;
  return from === null || to === null ? null : to - from;
};

/** Nulls last in both directions, ties as in the default order. */
function ordered<T>(
  builds: readonly Build[],
  value: (build: Build) => T | null,
  compare: (a: T, b: T) => number,
  descending: boolean,
): string[] {
  return [...builds]
    .sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null) {
        return Number(x === null) - Number(y === null) || byDefault(a, b);
      }
      return (descending ? compare(y, x) : compare(x, y)) || byDefault(a, b);
    })
    .map((build) => build.id);
}

/** What the list shows of an error: the first line of the first one, without terminal codes. */
const firstError = (build: Build) => {
  const texts = (build.artifacts ?? []).map((artifact) => artifact.errorMessage ?? '');
  const first = texts.find((text) => text !== '');
  return first === undefined ? null : (stripAnsi(first).trimStart().split('\n')[0] ?? null);
};

const byNumber = (a: number, b: number) => a - b;
const statusRank = (build: Build) => STATUSES.map(String).indexOf(build.status);

test('sorts the whole list by every column as a plain recomputation does', async ({
  page,
  account,
  servers,
}) => {
  test.setTimeout(900_000);
  await page.setViewportSize({ width: 1280, height: 3000 });
  account.fill(130);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const all = (await readAll(servers.gateway.url, account.token)).filter(
    (build) => !['PENDING', 'UPLOADING', 'BUILDING'].includes(build.status),
  );
  const ended = '/?is=ended';
  await page.goto(ended);
  await waitUntilComplete(page);
  expect(await idsOnScreen(page)).toEqual([...all].sort(byDefault).map((build) => build.id));

  const orders: Record<string, (descending: boolean) => string[]> = {
    Status: (descending) => ordered(all, statusRank, byNumber, descending),
    Image: (descending) => ordered(all, (build) => build.imageName, compareText, descending),
    Created: (descending) => ordered(all, created, byNumber, descending),
    Started: (descending) => ordered(all, started, byNumber, descending),
    Duration: (descending) => ordered(all, duration, byNumber, descending),
    Error: (descending) => ordered(all, firstError, compareText, descending),
    Artifacts: (descending) =>
      ordered(all, (build) => build.artifacts?.length ?? null, byNumber, descending),
    ID: (descending) =>
      ordered(
        all,
        (build) => build.id,
        (a, b) => (a < b ? -1 : a > b ? 1 : 0),
        descending,
      ),
  };
  for (const [name, order] of Object.entries(orders)) {
    const header = page.getByRole('columnheader', { name, exact: true });
    const button = header.getByRole('button', { name, exact: true });
    for (const click of [1, 2]) {
      await button.click();
      const direction = await header.getAttribute('aria-sort');
      expect(direction, `${name}, click ${click}`).toMatch(/^(as|des)cending$/);
      expect(await idsOnScreen(page), `${name} ${direction}`).toEqual(
        order(direction === 'descending'),
      );
    }
    // Newest first is the order without a sort: Created is back at it with its second click.
    if (name !== 'Created') await button.click();
    expect(new URL(page.url()).search, `${name}, last click`).toBe('?is=ended');
  }
});

test('counts and filters as a plain recomputation does', async ({ page, account, servers }) => {
  account.fill(430);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const all = await readAll(servers.gateway.url, account.token);
  const count = (holds: (build: Build) => boolean) => all.filter(holds).length;
  const status = page.getByRole('status').filter({ hasText: 'builds' });

  for (const word of STATUSES) {
    const wanted = count((build) => build.status === word);
    await page.goto(`/?status=${word}`);
    await waitUntilComplete(page);
    await expect(status, word).toHaveText(`${wanted} of 430 builds`);
  }
  for (const type of ['CONTAINER_IMAGE', 'VM_SANDBOX']) {
    const wanted = count(
      (build) => build.artifacts?.some((artifact) => artifact.artifactType === type) ?? false,
    );
    await page.goto(`/?artifact=${type}`);
    await waitUntilComplete(page);
    await expect(status, type).toHaveText(`${wanted} of 430 builds`);
    await expect(page.getByRole('button', { pressed: true })).toContainText(String(wanted));
  }
  const newest = Math.max(...all.map(created));
  const day = new Date(newest - 5 * 86_400_000).toISOString().slice(0, 10);
  const last = new Date(newest - 86_400_000).toISOString().slice(0, 10);
  const from = Date.parse(`${day}T00:00:00Z`);
  const to = Date.parse(`${last}T00:00:00Z`) + 86_400_000;
  const inDays = count((build) => created(build) >= from && created(build) < to);
  expect(inDays).toBeGreaterThan(0);
  await page.goto(`/?created=${day}..${last}`);
  await waitUntilComplete(page);
  await expect(status).toHaveText(`${inDays} of 430 builds`);
  const since = Date.now() - 7 * 86_400_000;
  await page.goto('/?created=7d');
  await waitUntilComplete(page);
  const recent = count((build) => created(build) >= since);
  await expect(status).toHaveText(`${recent} of 430 builds`);

  const texts = (build: Build) =>
    [
      `${build.imageName}:${build.imageTag}`,
      build.id,
      ...(build.artifacts ?? []).flatMap((artifact) => [
        artifact.id,
        artifact.fullImagePath ?? '',
        artifact.errorMessage ?? '',
      ]),
    ].map(foldCase);
  await page.goto('/');
  await waitUntilComplete(page);
  const search = page.getByRole('searchbox', { name: 'Search builds' });
  for (const needle of ['django', 'no space', 'LATEST', all[17]?.id ?? '', ':v1', '(a+)+$', '\\']) {
    const words = needle.split(' ').map(foldCase);
    const wanted = count((build) =>
      words.every((word) => texts(build).some((text) => text.includes(word))),
    );
    await search.fill(needle);
    await expect(status, needle).toHaveText(`${wanted} of 430 builds`);
  }
});

test('opens a row to its artifacts and keeps it open through sorting and reloading', async ({
  page,
  account,
}) => {
  const builds = account.fill(60);
  const build = builds.find((each) => (each.artifacts?.length ?? 0) > 0);
  if (!build) throw new Error('No build with artifacts was made.');
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const name = `${build.imageName}:${build.imageTag}`;
  const row = page.locator(`[data-row="${build.id}"]`);
  await row.getByRole('button', { name: `Show artifacts of ${name}` }).click();
  const artifacts = page.getByRole('table', { name: `Artifacts of ${name}` });
  await expect(artifacts).toBeVisible();
  for (const artifact of build.artifacts ?? []) {
    await expect(artifacts).toContainText(artifact.id);
    if (artifact.fullImagePath) await expect(artifacts).toContainText(artifact.fullImagePath);
  }
  expect(new URL(page.url()).searchParams.get('open')).toBe(build.id);
  await page.getByRole('button', { name: 'Status', exact: true }).click();
  await page.reload();
  await waitUntilComplete(page);
  await page.goBack();
  await expect(artifacts).toBeVisible();
  await page.goBack();
  await expect(artifacts).toHaveCount(0);
});

test('shows the first rows before it asks for page 2', async ({ page, account }) => {
  account.fill(400);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await page.addInitScript(() => {
    let asked = 0;
    const fetchNow = window.fetch;
    window.fetch = (input, init) => {
      if (String(input).includes('/api/v1/')) asked += 1;
      return fetchNow(input, init);
    };
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-row]')) return;
      observer.disconnect();
      Object.assign(window, { askedAtFirstRow: asked });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await waitUntilComplete(page);
  expect(await page.evaluate(() => Reflect.get(window, 'askedAtFirstRow'))).toBe(1);
});
