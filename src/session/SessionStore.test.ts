import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../contract/ApiError.ts';
import { HANDOVER_MS, NOTES } from './SessionState.ts';
import { brokenStorage, fakeBrowser, memoryStorage, pageOf } from './testing/fakeBrowser.ts';
import { signedIn, slowApi, started, tokenOf, withToken } from './testing/sessions.ts';
import { NO_STORE } from './tokenStorage.ts';

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
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(tokenOf(session)).toBe('t2');
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

describe('keeping the session', () => {
  it('outlives a reload, and not the tab', async () => {
    const browser = fakeBrowser();
    const tab = memoryStorage();
    await signedIn(browser, 't1', { tab, channel: false });
    const reloaded = browser.open({ tab, channel: false });
    reloaded.start();
    expect(withToken(reloaded)).toMatchObject({
      kind: 'signed-in',
      token: 't1',
      remembered: false,
      checkedBuildId: null,
    });
    expect(tokenOf(started(browser, { channel: false }))).toBeNull();
  });

  it('outlives the tab where the person asked for it', async () => {
    const browser = fakeBrowser();
    const session = started(browser, { channel: false });
    await session.signIn('t1', true);
    expect(session.getState()).toMatchObject({ remembered: true, note: null });
    const later = started(browser, { channel: false });
    expect(withToken(later)).toMatchObject({ kind: 'signed-in', token: 't1', remembered: true });
  });

  it('stays with its account over a reload when another tab remembers another one', async () => {
    const browser = fakeBrowser();
    const tab = memoryStorage();
    await started(browser, { channel: false }).signIn('t1', true);
    expect(tokenOf(started(browser, { tab, channel: false }))).toBe('t1');
    await started(browser, { channel: false }).signIn('t2', true);
    expect(tokenOf(started(browser, { tab, channel: false }))).toBe('t1');
    expect(tokenOf(started(browser, { channel: false }))).toBe('t2');
  });

  it('works in memory where storage is switched off, and says so only where it was asked', async () => {
    const browser = fakeBrowser(brokenStorage());
    const session = started(browser, { tab: brokenStorage() });
    await session.signIn('t1', true);
    expect(withToken(session)).toMatchObject({
      token: 't1',
      remembered: false,
      note: NOTES.memoryOnly,
    });
    const other = started(fakeBrowser(NO_STORE), { tab: NO_STORE });
    await other.signIn('t1', false);
    expect(withToken(other)).toMatchObject({ token: 't1', note: null });
  });

  it('says where only this tab keeps the token', async () => {
    const session = started(fakeBrowser(brokenStorage()));
    await session.signIn('t1', true);
    expect(session.getState()).toMatchObject({ remembered: false, note: NOTES.tabOnly });
  });
});

describe('a refused token', () => {
  it('ends the session in place, once, keeps the rows, and is dropped', async () => {
    const [tab, device] = [memoryStorage(), memoryStorage()];
    const session = started(fakeBrowser(device), { tab });
    await session.signIn('t1', true);
    const ended = vi.fn();
    const changed = vi.fn();
    session.onSignOut(ended);
    session.subscribe(changed);
    session.refuse('t1', ['Expired.']);
    session.refuse('t1');
    expect(session.getState()).toEqual({
      kind: 'refused',
      note: NOTES.refused,
      team: null,
      said: ['Expired.'],
    });
    expect(changed).toHaveBeenCalledTimes(1);
    expect(ended).not.toHaveBeenCalled();
    expect([...tab.entries, ...device.entries]).toEqual([]);
  });

  it('of an earlier session does not end the one that runs', async () => {
    const session = await signedIn(fakeBrowser());
    session.refuse('t1');
    await session.signIn('t2', false);
    session.refuse('t1');
    expect(tokenOf(session)).toBe('t2');
  });

  it('is followed by a new one in place', async () => {
    const session = await signedIn(fakeBrowser());
    const ended = vi.fn();
    session.onSignOut(ended);
    session.refuse('t1');
    await session.signIn('t2', false);
    expect(withToken(session)).toMatchObject({ kind: 'signed-in', token: 't2', note: null });
    expect(ended).not.toHaveBeenCalled();
  });

  it('can be left by signing out, which removes the rows', async () => {
    const session = await signedIn(fakeBrowser());
    const ended = vi.fn();
    session.onSignOut(ended);
    session.refuse('t1');
    await session.signOut();
    expect(session.getState()).toEqual({ kind: 'signed-out', note: null });
    expect(ended).toHaveBeenCalledTimes(1);
  });
});

describe('the token', () => {
  it('is in no state, which screens may keep, and is gone once its session is over', async () => {
    const token = 'pit_0123456789';
    const session = await signedIn(fakeBrowser(), token);
    const states = [session.getState()];
    session.subscribe(() => void states.push(session.getState()));
    expect([session.token(), session.isSecret(`?q=${token}`), session.isSecret('?q=pit_')]).toEqual(
      [token, true, false],
    );
    session.say('One.');
    session.refuse(token);
    expect([session.token(), session.isSecret(token)]).toEqual([null, false]);
    await session.signIn(token, false);
    await session.signOut();
    expect([session.token(), session.isSecret(token)]).toEqual([null, false]);
    expect(JSON.stringify(states)).not.toContain(token);
  });

  it('is no secret where it is a word of a demo account', async () => {
    const session = await signedIn(fakeBrowser(), 'demo');
    expect(session.isSecret('demo')).toBe(false);
  });
});

describe('a note', () => {
  it('can be said and taken away in any state, and is over with the state', async () => {
    const browser = fakeBrowser();
    const session = browser.open();
    session.start();
    session.say('One.');
    expect(session.getState()).toEqual({ kind: 'starting' });
    browser.pass(HANDOVER_MS);
    expect(session.getState()).toEqual({ kind: 'signed-out', note: 'One.' });
    session.say(null);
    expect(session.getState()).toEqual({ kind: 'signed-out', note: null });
    await session.signIn('t1', false);
    session.say('Two.');
    expect(withToken(session)).toMatchObject({ token: 't1', note: 'Two.' });
    await session.signOut();
    expect(session.getState()).toEqual({ kind: 'signed-out', note: null });
  });

  it('of the start is said by the session that is handed over', async () => {
    const browser = fakeBrowser();
    await signedIn(browser);
    const opened = browser.open();
    opened.start(NOTES.address);
    expect(opened.getState()).toMatchObject({ kind: 'signed-in', note: NOTES.address });
  });

  it('reaches no one who has stopped listening', () => {
    const session = started(fakeBrowser());
    const changed = vi.fn();
    session.subscribe(changed)();
    session.say('One.');
    expect(changed).not.toHaveBeenCalled();
  });
});
