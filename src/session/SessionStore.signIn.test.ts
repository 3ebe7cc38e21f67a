import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, type ApiErrorKind } from '../contract/ApiError.ts';
import { admit } from './admit.ts';
import { fakeBrowser, memoryStorage, pageOf } from './testing/fakeBrowser.ts';
import { signedIn, slowApi, started, tokenOf, withToken } from './testing/sessions.ts';

/** What has been asked for is under way once this is over. */
const settled = () => new Promise((resolve) => void setTimeout(resolve));

const unauthorized = new ApiError({ kind: 'unauthorized', status: 401, message: 'No.' });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('signing in', () => {
  it('checks the cleaned token by one call for one build, then accepts it', async () => {
    const fetchPage = vi.fn(async () => pageOf('b7'));
    const session = started(fakeBrowser(), { fetchPage });
    await session.signIn(' "Bearer t1" ', false);
    expect(fetchPage.mock.calls).toEqual([[{ token: 't1', offset: 0, limit: 1 }]]);
    expect(withToken(session)).toEqual({
      kind: 'signed-in',
      token: 't1',
      remembered: false,
      team: null,
      entered: true,
      note: null,
      checkedBuildId: 'b7',
    });
  });

  it('accepts an account without builds', async () => {
    const session = started(fakeBrowser(), { fetchPage: async () => pageOf() });
    await session.signIn('t1', false);
    expect(session.getState()).toMatchObject({ kind: 'signed-in', checkedBuildId: null });
  });

  it('does not ask the API about what is no token', async () => {
    const fetchPage = vi.fn();
    const session = started(fakeBrowser(), { fetchPage });
    await expect(session.signIn('a b', false)).rejects.toMatchObject({
      name: 'SignInProblem',
      kind: 'malformed',
      message: 'There is a space at character 2. Copy the token again, in one piece.',
    });
    expect(fetchPage).not.toHaveBeenCalled();
  });

  it('stays signed out, and stores nothing, when the API refuses', async () => {
    const [tab, device] = [memoryStorage(), memoryStorage()];
    const fetchPage = () => Promise.reject(unauthorized);
    const session = started(fakeBrowser(device), { tab, fetchPage });
    await expect(session.signIn('t1', true)).rejects.toMatchObject({ kind: 'refused' });
    expect(session.getState()).toEqual({ kind: 'signed-out', note: null });
    expect([...tab.entries, ...device.entries]).toEqual([]);
  });

  it('hides an error that quotes the token', async () => {
    const fetchPage = () => Promise.reject(new TypeError('Bearer t1 is invalid'));
    const session = started(fakeBrowser(), { fetchPage });
    const problem = await session.signIn('t1', false).catch((error: unknown) => error);
    expect(String(problem)).not.toContain('t1');
  });

  it('is given up by its signal, before and after the answer', async () => {
    const { calls, fetchPage } = slowApi();
    const session = started(fakeBrowser(), { fetchPage });
    for (const settle of ['fail', 'answer'] as const) {
      const stop = new AbortController();
      const attempt = session.signIn('t1', false, stop.signal);
      expect(calls.at(-1)?.signal).toBe(stop.signal);
      stop.abort();
      calls.at(-1)?.[settle](pageOf('b1'));
      await expect(attempt).rejects.toMatchObject({ name: 'AbortError' });
      expect(session.getState().kind).toBe('signed-out');
    }
  });

  it('asks again where the API fails for a moment, twice at most', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const browser = fakeBrowser();
    const failing = new ApiError({ kind: 'server', status: 503, message: 'The API failed (503).' });
    const fetchPage = vi.fn(async () => pageOf('b1')).mockRejectedValueOnce(failing);
    const session = started(browser, { fetchPage });
    const attempt = session.signIn('t1', false);
    await settled();
    expect(fetchPage).toHaveBeenCalledTimes(1);
    browser.pass(250);
    await attempt;
    expect(tokenOf(session)).toBe('t1');

    fetchPage.mockReset().mockRejectedValue(failing);
    const failed = session.signIn('t2', false).catch((error: unknown) => error);
    for (const ms of [250, 500]) {
      await settled();
      browser.pass(ms);
    }
    expect(await failed).toMatchObject({ kind: 'failing' });
    expect(fetchPage).toHaveBeenCalledTimes(3);
  });

  it('is given up by its signal while it waits to ask again', async () => {
    const failing = new ApiError({ kind: 'server', status: 503, message: 'The API failed (503).' });
    const fetchPage = vi.fn(() => Promise.reject(failing));
    const session = started(fakeBrowser(), { fetchPage });
    const stop = new AbortController();
    const attempt = session.signIn('t1', false, stop.signal);
    await settled();
    stop.abort();
    await expect(attempt).rejects.toMatchObject({ name: 'AbortError' });
    expect(fetchPage).toHaveBeenCalledTimes(1);
  });

  it('counts only for the last of two attempts, whichever is answered first', async () => {
    const { calls, fetchPage } = slowApi();
    const session = started(fakeBrowser(), { fetchPage });
    const first = session.signIn('t1', false);
    const second = session.signIn('t2', false);
    calls[1]?.answer(pageOf('b2'));
    await second;
    calls[0]?.answer(pageOf('b1'));
    await expect(first).rejects.toMatchObject({ name: 'AbortError', message: 'Overtaken' });
    expect(tokenOf(session)).toBe('t2');
  });

  it('counts only for the last of two attempts with a sign-out between them', async () => {
    const { calls, fetchPage } = slowApi();
    const session = started(fakeBrowser(), { fetchPage });
    const first = session.signIn('t1', false);
    await session.signOut();
    const second = session.signIn('t2', false);
    calls[0]?.answer(pageOf('b1'));
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(tokenOf(session)).toBeNull();
    calls[1]?.answer(pageOf('b2'));
    await second;
    expect(tokenOf(session)).toBe('t2');
  });

  it('is given up by its signal whatever checks the token', async () => {
    const stop = new AbortController();
    const admit = async () => {
      stop.abort(new Error('Enough.'));
      return { token: 't1', team: null, firstBuildId: null, note: null };
    };
    const session = started(fakeBrowser(), { admit });
    await expect(session.signIn('t1', false, stop.signal)).rejects.toThrow('Enough.');
    expect(session.getState()).toEqual({ kind: 'signed-out', note: null });
  });

  it('ends nothing where there is no session yet', async () => {
    const session = started(fakeBrowser());
    const [ended, changed] = [vi.fn(), vi.fn()];
    session.onSignOut(ended);
    session.subscribe(changed);
    await session.signIn('t1', false);
    expect(ended).not.toHaveBeenCalled();
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('is overtaken by a sign-out', async () => {
    const { calls, fetchPage } = slowApi();
    const session = started(fakeBrowser(), { fetchPage });
    const attempt = session.signIn('t1', false);
    await session.signOut();
    calls[0]?.answer(pageOf('b1'));
    await expect(attempt).rejects.toMatchObject({ name: 'AbortError' });
    expect(session.getState().kind).toBe('signed-out');
  });

  it('with another token ends the session before it first', async () => {
    const session = await signedIn(fakeBrowser());
    const ended = vi.fn(() => tokenOf(session));
    session.onSignOut(ended);
    await session.signIn('t2', false);
    expect(ended.mock.results.map((one) => one.value)).toEqual([null]);
    expect(tokenOf(session)).toBe('t2');
  });
});

const pasted = { token: ' t1 ', team: '' };
const failing = (kind: ApiErrorKind) => new ApiError({ kind, status: 500, message: 'No.' });

describe('a token', () => {
  it('is admitted by the page that the API shows', async () => {
    const fetchPage = vi.fn(async () => pageOf('b1', 'b2'));
    const admitted = await admit({ fetchPage, after: vi.fn() }, pasted, undefined);
    expect(admitted).toEqual({ token: 't1', team: null, firstBuildId: 'b1', note: null });
    expect(fetchPage).toHaveBeenCalledTimes(1);
  });

  it.each(['limited', 'offline', 'timeout', 'unauthorized'] as const)(
    'asks once where the API answers with a failure of the kind %s, and says it at once',
    async (kind) => {
      const fetchPage = vi.fn(() => Promise.reject(failing(kind)));
      const after = vi.fn((_ms: number, run: () => void) => run());
      const admitted = admit({ fetchPage, after }, pasted, undefined);
      await expect(admitted).rejects.toMatchObject({ name: 'SignInProblem' });
      expect(fetchPage).toHaveBeenCalledTimes(1);
      expect(after).not.toHaveBeenCalled();
    },
  );

  it('asks again where the API itself failed', async () => {
    const fetchPage = vi.fn(async () => pageOf('b1')).mockRejectedValueOnce(failing('server'));
    const after = vi.fn((_ms: number, run: () => void) => run());
    await admit({ fetchPage, after }, pasted, undefined);
    expect(fetchPage).toHaveBeenCalledTimes(2);
  });
});
