import type { Page } from '@playwright/test';
import { makeBuilds } from '../src/local-api/makeBuilds.ts';
import { findViolations } from './support/axe.ts';
import { copiesOf } from './support/copiesOf.ts';
import { pasted } from './support/pasted.ts';
import {
  type Account,
  enterToken,
  expect,
  signIn,
  test,
  waitUntilComplete,
} from './support/test.ts';
import type { Servers } from './support/workerServers.ts';

const TEAM = 'cm9zk2w8r0003l708u5d1q6fy';
const OTHER = 'cm9zk2w8r0003l708u5d1q6fz';

const named = (name: string, count: number) =>
  makeBuilds({ count, seed: 7, now: Date.now(), days: 30 }).map((build, at) => ({
    ...build,
    id: `${name}-${at}`,
    imageName: `${name}/app`,
  }));

const summary = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });
const teamOnTop = (page: Page) => page.getByRole('button', { name: `Builds of the team ${TEAM}` });
const searchOf = (page: Page) => new URL(page.url()).search;

/** So many builds of one's own, and of the team. */
function fillBoth(account: Account, { api }: Servers, mine: number, ours: number): void {
  account.fill(named('mine', mine));
  api.fill(account.token, named('ours', ours), TEAM);
}

async function signInToTeam(page: Page, token: string, address = '/'): Promise<void> {
  await page.goto(address);
  await page.getByText('A team’s builds').click();
  await page.getByRole('textbox', { name: 'Team id (optional)' }).fill(` teamId=${TEAM}`);
  await enterToken(page, token);
  await waitUntilComplete(page);
}

test('shows a team’s builds by its id, says whose they are, and keeps them apart', async ({
  page,
  account,
  servers,
  context,
}) => {
  fillBoth(account, servers, 12, 7);
  await context.grantPermissions(['clipboard-write']);
  await signInToTeam(
    page,
    account.token,
    '/?status=FAILED,COMPLETED,CANCELLED,BUILDING,PENDING,UPLOADING',
  );
  await expect(summary(page)).toHaveText('7 of 7 builds');
  await expect(teamOnTop(page)).toBeVisible();
  expect(searchOf(page)).toMatch(new RegExp(`^\\?team=${TEAM}&status=`));
  await expect(page.getByText('mine/app')).toHaveCount(0);

  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await pasted(page);
  expect(new URL(link).searchParams.get('team')).toBe(TEAM);

  // A new tab hears of the team with the token; a reload keeps both.
  const second = await context.newPage();
  await second.goto('/');
  await expect(summary(second)).toHaveText('7 of 7 builds');
  expect(searchOf(second)).toBe(`?team=${TEAM}`);
  await second.reload();
  await expect(summary(second)).toHaveText('7 of 7 builds');

  await teamOnTop(second).click();
  await second.getByRole('menuitem', { name: 'Open your own builds' }).click();
  await expect(summary(second)).toHaveText('12 of 12 builds');
  expect(searchOf(second)).toBe('');
  await expect(teamOnTop(second)).toHaveCount(0);
  await expect(summary(page)).toHaveText('7 of 7 builds');
});

test('opens a bookmark of a team’s list at the sign-in, which names the team', async ({
  page,
  account,
  servers,
}) => {
  fillBoth(account, servers, 3, 5);
  await page.goto(`/?team=${TEAM}&sort=image`);
  await expect(page.getByRole('textbox', { name: 'Team id (optional)' })).toHaveValue(TEAM);
  expect(await findViolations(page)).toEqual([]);
  await enterToken(page, account.token);
  await expect(summary(page)).toHaveText('5 of 5 builds');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  expect(searchOf(page)).toBe('?sort=image');
  expect(
    await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])),
  ).not.toContain(TEAM);
});

test('asks where an address names another team than the session, and shows neither list till then', async ({
  page,
  account,
  servers,
}) => {
  fillBoth(account, servers, 3, 5);
  await signIn(page, account.token);
  await waitUntilComplete(page);

  await page.goto(`/?team=${TEAM}&sort=image`);
  const asks = page.getByRole('heading', { name: 'This address is of another list' });
  await expect(asks).toBeFocused();
  await expect(page.getByRole('table', { name: 'Image builds' })).toHaveCount(0);
  await expect(page.getByText('mine/app')).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Stay with my own builds' }).click();
  await expect(summary(page)).toHaveText('3 of 3 builds');
  expect(searchOf(page)).toBe('?sort=image');

  await page.goto(`/?team=${TEAM}&sort=image`);
  await page.getByRole('button', { name: 'Open that team’s builds' }).click();
  await expect(summary(page)).toHaveText('5 of 5 builds');
  expect(searchOf(page)).toBe(`?team=${TEAM}&sort=image`);
});

test('says of a team that the token is not in that it is the team, at the sign-in and at a link', async ({
  page,
  account,
  guards,
}) => {
  guards.allowFailedRequests();
  account.fill(named('mine', 3));
  await page.goto(`/?team=${OTHER}`);
  await enterToken(page, account.token);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This token may not list the builds of this team (403).');
  await expect(alert).toContainText('This token is not in that team.');
  const field = page.getByRole('textbox', { name: 'Team id (optional)' });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  // The token is still there: emptying the field is all that is left to do.
  await field.fill('');
  await field.press('Enter');
  await expect(summary(page)).toHaveText('3 of 3 builds');
  expect(searchOf(page)).toBe('');

  await page.goto(`/?team=${OTHER}`);
  await page.getByRole('button', { name: 'Open that team’s builds' }).click();
  await expect(alert).toContainText('This token may not list the builds of this team (403).');
  await page.getByRole('button', { name: 'Stay with my own builds' }).click();
  await expect(summary(page)).toHaveText('3 of 3 builds');
});

test('keeps the field of a wrong team id open while it is mended', async ({
  page,
  account,
  servers,
}) => {
  fillBoth(account, servers, 3, 5);
  await page.goto('/');
  const field = page.getByRole('textbox', { name: 'Team id (optional)' });
  await page.getByText('A team’s builds').click();
  await field.fill('my-team');
  await enterToken(page, account.token);
  await expect(page.getByRole('alert')).toContainText('This is no team id');
  await expect(field).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(TEAM);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(field).toHaveValue(TEAM);
  await page.keyboard.press('Enter');
  await expect(summary(page)).toHaveText('5 of 5 builds');
});

test('says so where the API may not know teams', async ({ page, account, servers }) => {
  const builds = account.fill(named('mine', 3));
  servers.api.fill(account.token, builds, TEAM);
  await signInToTeam(page, account.token);
  await expect(
    page.getByText('an API that does not know teams shows your own builds'),
  ).toBeVisible();
});

test('keeps the copies of two lists of one token apart on this device', async ({
  page,
  account,
  servers,
}) => {
  fillBoth(account, servers, 3, 5);
  await signInToTeam(page, account.token);
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('checkbox', { name: /^Keep a copy on this device/ }).check();
  await expect.poll(async () => (await copiesOf(page)).length).toBe(1);
  // The own list, by the same token, opened by a person who kept a copy of the team's.
  await page.evaluate((key) => {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    delete kept.team;
    sessionStorage.setItem(key, JSON.stringify(kept));
  }, 'image-builds.session');
  await page.goto('/');
  await expect(summary(page)).toHaveText('3 of 3 builds');
  await expect(page.getByText('ours/app')).toHaveCount(0);
  await expect.poll(async () => (await copiesOf(page)).length).toBe(2);
});
