import { expect, it, vi } from 'vitest';
import { ApiError, type ApiErrorKind } from '../contract/ApiError.ts';
import type { Page } from '../contract/build.ts';
import type { PageRequest } from '../contract/fetchPage.ts';
import { SAME_AS_OWN } from './admit.ts';
import { NOTES } from './SessionState.ts';
import { brokenStorage, fakeBrowser, memoryStorage, pageOf } from './testing/fakeBrowser.ts';
import { slowApi, started, withToken } from './testing/sessions.ts';
import { TOKEN_KEY } from './tokenStorage.ts';

const TEAM = 'cm9zk2w8r0003l708u5d1q6fy';
const OTHER = 'cm9zk2w8r0003l708u5d1q6fz';

/** An API that knows teams: each list begins with a build of its own. */
const knowing = () =>
  vi.fn(async ({ teamId }: PageRequest): Promise<Page> => pageOf(teamId ?? 'own', 'b2'));

const failing = (status: number, kind: ApiErrorKind) => (request: PageRequest) =>
  request.teamId === undefined
    ? Promise.resolve(pageOf('own'))
    : Promise.reject(new ApiError({ kind, status, message: 'No.', details: ['Not a member'] }));

it('is checked with the token, and told from the own list by one more call', async () => {
  const fetchPage = knowing();
  const session = started(fakeBrowser(), { fetchPage });
  await session.signIn('t1', false, undefined, ` teamId="${TEAM}" `);
  expect(fetchPage.mock.calls.map(([request]) => request)).toEqual([
    { token: 't1', teamId: TEAM, offset: 0, limit: 1 },
    { token: 't1', offset: 0, limit: 1 },
  ]);
  expect(withToken(session)).toMatchObject({ kind: 'signed-in', team: TEAM, note: null });
});

it('is said to look like the own list where the API answers the same without it', async () => {
  const fetchPage = async () => pageOf('b1', 'b2');
  const session = started(fakeBrowser(), { fetchPage });
  await session.signIn('t1', false, undefined, TEAM);
  expect(session.getState()).toMatchObject({ team: TEAM, note: SAME_AS_OWN });
});

it('is said beside what else there is to say', async () => {
  const fetchPage = async () => pageOf('b1');
  const session = started(fakeBrowser(brokenStorage()), { tab: brokenStorage(), fetchPage });
  await session.signIn('t1', true, undefined, TEAM);
  expect(session.getState()).toMatchObject({ note: `${SAME_AS_OWN} ${NOTES.memoryOnly}` });
});

it('is not said to where another number of builds begins with the same one', async () => {
  const fetchPage = async ({ teamId }: PageRequest) =>
    teamId === TEAM ? pageOf('b1') : pageOf('b1', 'b2');
  const session = started(fakeBrowser(), { fetchPage });
  await session.signIn('t1', false, undefined, TEAM);
  expect(session.getState()).toMatchObject({ team: TEAM, note: null });
});

it('is not said to where there is nothing, or the own list cannot be had', async () => {
  const empty = started(fakeBrowser(), { fetchPage: async () => pageOf() });
  await empty.signIn('t1', false, undefined, TEAM);
  expect(empty.getState()).toMatchObject({ team: TEAM, note: null });
  const fetchPage = ({ teamId }: PageRequest) =>
    teamId === TEAM ? Promise.resolve(pageOf('b1')) : Promise.reject(new Error('No.'));
  const alone = started(fakeBrowser(), { fetchPage });
  await alone.signIn('t1', false, undefined, TEAM);
  expect(alone.getState()).toMatchObject({ team: TEAM, note: null });
});

it.each([
  [403, 'forbidden', 'This token may not list the builds of this team (403).'],
  [404, 'missing', 'The API knows no such team, or has no image builds (404).'],
  [422, 'invalid', 'The API did not accept this team id (422).'],
  [400, 'refused', 'The API did not accept the request for this team (400).'],
] as const)(
  'that the API answers with %i is about the team, not the token',
  async (status, kind, says) => {
    const session = started(fakeBrowser(), { fetchPage: failing(status, kind) });
    const problem = session.signIn('t1', false, undefined, TEAM);
    await expect(problem).rejects.toMatchObject({
      kind: 'team',
      spent: false,
      message: `${says} Check the team id, or leave it empty for your own builds.`,
      details: ['Not a member'],
    });
    expect(session.getState().kind).toBe('signed-out');
  },
);

it('blames the token for a 401, and nobody for a web page', async () => {
  for (const [status, kind, said] of [
    [401, 'unauthorized', 'refused'],
    [403, 'intercepted', 'intercepted'],
  ] as const) {
    const session = started(fakeBrowser(), { fetchPage: failing(status, kind) });
    const problem = session.signIn('t1', false, undefined, TEAM);
    await expect(problem).rejects.toMatchObject({ kind: said });
  }
});

it('is not asked for where it is none, or is the token itself', async () => {
  const fetchPage = knowing();
  const session = started(fakeBrowser(), { fetchPage });
  for (const [token, team, says] of [
    ['t1', 'my-team', 'This is no team id'],
    [TEAM, TEAM, 'This is the token, not a team id. Paste the team id.'],
  ] as const) {
    const problem = session.signIn(token, false, undefined, team);
    await expect(problem).rejects.toMatchObject({ kind: 'team' });
    await expect(problem).rejects.toThrow(says);
  }
  expect(fetchPage).not.toHaveBeenCalled();
});

it('is kept with the token, and goes with it', async () => {
  const [tab, device] = [memoryStorage(), memoryStorage()];
  const session = started(fakeBrowser(device), { tab, fetchPage: knowing() });
  await session.signIn('t1', true, undefined, TEAM);
  const later = started(fakeBrowser(device), { tab: memoryStorage() });
  expect(withToken(later)).toMatchObject({ token: 't1', team: TEAM, remembered: true });
  await session.signOut();
  expect(JSON.stringify([...tab.entries, ...device.entries])).not.toContain(TEAM);
});

it('that is kept but cannot be read keeps the token from opening another list', () => {
  for (const team of ['x', 1, null, [TEAM], { of: TEAM }]) {
    const tab = memoryStorage();
    tab.setItem(TOKEN_KEY, JSON.stringify({ version: 1, token: 't1', team, mark: '' }));
    expect(started(fakeBrowser(), { tab }).getState().kind).toBe('signed-out');
  }
});

it('is handed to a new tab with the token', async () => {
  const browser = fakeBrowser();
  const first = started(browser, { fetchPage: knowing() });
  await first.signIn('t1', false, undefined, TEAM);
  const second = browser.open();
  second.start();
  expect(withToken(second)).toMatchObject({ token: 't1', team: TEAM, entered: false });
});

it('is left for another list by the same token, once the API agrees', async () => {
  const ended = vi.fn();
  const session = started(fakeBrowser(), { fetchPage: knowing() });
  await session.signIn('t1', false, undefined, TEAM);
  session.onSignOut(ended);
  await session.openTeam(OTHER);
  expect(withToken(session)).toMatchObject({ token: 't1', team: OTHER, checkedBuildId: OTHER });
  await session.openTeam(null);
  expect(withToken(session)).toMatchObject({ token: 't1', team: null, checkedBuildId: 'own' });
  // Nothing of one list is left beside the next.
  expect(ended).toHaveBeenCalledTimes(2);
});

it('is not opened where there is no session', async () => {
  const fetchPage = vi.fn();
  const session = started(fakeBrowser(), { fetchPage });
  await session.openTeam(TEAM);
  expect(session.getState()).toEqual({ kind: 'signed-out', note: null });
  expect(fetchPage).not.toHaveBeenCalled();
});

it('stays where the API refuses another', async () => {
  const session = started(fakeBrowser(), { fetchPage: failing(403, 'forbidden') });
  await session.signIn('t1', false);
  const before = session.getState();
  await expect(session.openTeam(TEAM)).rejects.toMatchObject({ kind: 'team' });
  expect(session.getState()).toBe(before);
});

it('of a session after a refused one keeps no rows of another list', async () => {
  const ended = vi.fn();
  const session = started(fakeBrowser(), { fetchPage: knowing() });
  await session.signIn('t1', false, undefined, TEAM);
  session.onSignOut(ended);
  session.refuse('t1');
  expect(session.getState()).toMatchObject({ kind: 'refused', note: NOTES.refused, team: TEAM });
  await session.signIn('t2', false, undefined, TEAM);
  expect(ended).not.toHaveBeenCalled();
  session.refuse('t2');
  await session.signIn('t2', false, undefined, OTHER);
  expect(ended).toHaveBeenCalledTimes(1);
});

it('that another page of this tab chose ends what the back-forward cache brings', async () => {
  const browser = fakeBrowser();
  const tab = memoryStorage();
  const asleep = started(browser, { tab, fetchPage: knowing(), channel: false });
  await asleep.signIn('t1', false, undefined, TEAM);
  const awake = started(browser, { tab, fetchPage: knowing(), channel: false });
  await awake.openTeam(null);
  asleep.reread();
  expect(withToken(asleep)).toMatchObject({ kind: 'signed-in', team: null, entered: false });
});

it('is given up by its signal at either call', async () => {
  const { calls, fetchPage } = slowApi();
  const session = started(fakeBrowser(), { fetchPage });
  const stop = new AbortController();
  const signedIn = session.signIn('t1', false, stop.signal, TEAM);
  calls[0]?.answer(pageOf('b1'));
  await vi.waitFor(() => expect(calls).toHaveLength(2), 20_000);
  expect(calls.map(({ signal }) => signal)).toEqual([stop.signal, stop.signal]);
  stop.abort();
  calls[1]?.fail(stop.signal.reason);
  await expect(signedIn).rejects.toMatchObject({ name: 'AbortError' });
  expect(session.getState().kind).toBe('signed-out');
});

it('is given up when a sign-out overtakes it', async () => {
  const { calls, fetchPage } = slowApi();
  const session = started(fakeBrowser(), { fetchPage });
  const signedIn = session.signIn('t1', false, undefined, TEAM);
  calls[0]?.answer(pageOf('b1'));
  await vi.waitFor(() => expect(calls).toHaveLength(2), 20_000);
  await session.signOut();
  calls[1]?.answer(pageOf('b2'));
  await expect(signedIn).rejects.toMatchObject({ name: 'AbortError' });
  expect(session.getState().kind).toBe('signed-out');
});
