import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../contract/ApiError.ts';
import type { Page } from '../contract/build.ts';
import type { PageRequest } from '../contract/fetchPage.ts';
import { HANDOVER_MS, NOTES } from './SessionState.ts';
import type { SessionStore } from './SessionStore.ts';
import {
  brokenStorage,
  fakeBrowser,
  memoryStorage,
  pageOf,
  type TabParts,
} from './testing/fakeBrowser.ts';

const unauthorized = new ApiError({ kind: 'unauthorized', status: 401, message: 'No.' });

/** An API that answers when it is told to. */
function slowApi() {
  const calls: (PageRequest & {
    readonly answer: (page: Page) => void;
    readonly fail: (error: unknown) => void;
  })[] = [];
  const fetchPage = (request: PageRequest) =>
    new Promise<Page>((answer, fail) => void calls.push({ ...request, answer, fail }));
  return { calls, fetchPage };
}

function started(browser: ReturnType<typeof fakeBrowser>, parts: TabParts = {}): SessionStore {
  const session = browser.open(parts);
  session.start();
  browser.pass(HANDOVER_MS);
  return session;
}

async function signedIn(browser: ReturnType<typeof fakeBrowser>, token = 't1', parts?: TabParts) {
  const session = started(browser, parts);
  await session.signIn(token, false);
  return session;
}

const tokenOf = (session: SessionStore) => {
  const state = session.getState();
  return state.kind === 'signed-in' ? state.token : null;
};

describe('signing in', () => {
  it('checks the cleaned token by one call for one build, then accepts it', async () => {
    const fetchPage = vi.fn(async () => pageOf('b7'));
    const session = started(fakeBrowser(), { fetchPage });
    await session.signIn(' "Bearer t1" ', false);
    expect(fetchPage.mock.calls).toEqual([[{ token: 't1', offset: 0, limit: 1 }]]);
    expect(session.getState()).toEqual({
      kind: 'signed-in',
      token: 't1',
      remembered: false,
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
    expect(reloaded.getState()).toMatchObject({
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
    expect(later.getState()).toMatchObject({ kind: 'signed-in', token: 't1', remembered: true });
  });

  it('works in memory where storage is switched off, and says so only where it was asked', async () => {
    const browser = fakeBrowser(brokenStorage());
    const session = started(browser, { tab: brokenStorage() });
    await session.signIn('t1', true);
    expect(session.getState()).toMatchObject({
      token: 't1',
      remembered: false,
      note: NOTES.memoryOnly,
    });
    const other = started(fakeBrowser(null), { tab: null });
    await other.signIn('t1', false);
    expect(other.getState()).toMatchObject({ token: 't1', note: null });
  });

  it('says where only this tab keeps the token', async () => {
    const session = started(fakeBrowser(brokenStorage()));
    await session.signIn('t1', true);
    expect(session.getState()).toMatchObject({ remembered: false, note: NOTES.tabOnly });
  });
});

describe('a new tab', () => {
  it('is handed the session of one that is signed in, and keeps it over its own reload', async () => {
    const browser = fakeBrowser();
    await signedIn(browser);
    const tab = memoryStorage();
    const opened = browser.open({ tab });
    opened.start();
    expect(opened.getState()).toMatchObject({ kind: 'signed-in', token: 't1', remembered: false });
    const reloaded = browser.open({ tab, channel: false });
    reloaded.start();
    expect(tokenOf(reloaded)).toBe('t1');
  });

  it('shows nothing while it asks, and the sign-in when nobody answers', () => {
    const browser = fakeBrowser();
    started(browser);
    const opened = browser.open();
    opened.start('Hello.');
    expect(opened.getState()).toEqual({ kind: 'starting' });
    browser.pass(HANDOVER_MS - 1);
    expect(opened.getState()).toEqual({ kind: 'starting' });
    browser.pass(1);
    expect(opened.getState()).toEqual({ kind: 'signed-out', note: 'Hello.' });
  });

  it('shows the sign-in at once where tabs cannot talk', () => {
    const opened = fakeBrowser().open({ channel: false });
    opened.start('Hello.');
    expect(opened.getState()).toEqual({ kind: 'signed-out', note: 'Hello.' });
  });

  it('takes a late answer, unless the person has begun to sign in', async () => {
    const browser = fakeBrowser();
    const voice = browser.voice();
    const answerAll = () => {
      for (const message of browser.said.filter((one) => one.type === 'ask')) {
        voice.post({ ...message, type: 'hand', token: 't9', remembered: true });
      }
    };
    const { calls, fetchPage } = slowApi();
    const [waiting, busy] = [started(browser), started(browser, { fetchPage })];
    const attempt = busy.signIn('t1', false);
    answerAll();
    expect(waiting.getState()).toMatchObject({ token: 't9', remembered: true });
    expect(busy.getState().kind).toBe('signed-out');
    calls[0]?.answer(pageOf());
    await attempt;
    expect(tokenOf(busy)).toBe('t1');
  });

  it('takes no answer that comes after a sign-out', () => {
    const browser = fakeBrowser();
    const voice = browser.voice();
    const [starting, waiting] = [browser.open(), started(browser)];
    starting.start();
    voice.post({ type: 'sign-out' });
    expect(starting.getState().kind).toBe('signed-out');
    for (const message of browser.said.filter((one) => one.type === 'ask')) {
      voice.post({ ...message, type: 'hand', token: 't1', remembered: false });
    }
    expect([tokenOf(starting), tokenOf(waiting)]).toEqual([null, null]);
  });

  it('does not take the answer to another tab, nor a second answer', async () => {
    const browser = fakeBrowser();
    const voice = browser.voice();
    const opened = browser.open();
    opened.start();
    voice.post({ type: 'hand', asking: 'other', token: 't9', remembered: false });
    expect(opened.getState().kind).toBe('starting');
    const asked = browser.said[0];
    const asking = asked?.type === 'ask' ? asked.asking : '';
    voice.post({ type: 'hand', asking, token: 't1', remembered: false });
    voice.post({ type: 'hand', asking, token: 't2', remembered: false });
    expect(tokenOf(opened)).toBe('t1');
  });

  it('is not answered by one that is signed out or refused', async () => {
    const browser = fakeBrowser();
    started(browser);
    const refused = await signedIn(browser, 't1');
    refused.refuse('t1');
    browser.said.length = 0;
    started(browser);
    expect(browser.said.map((message) => message.type)).toEqual(['ask']);
  });

  it('does not ask where it has a session of its own', async () => {
    const browser = fakeBrowser();
    const tab = memoryStorage();
    await signedIn(browser, 't1', { tab });
    browser.said.length = 0;
    browser.open({ tab }).start();
    expect(browser.said).toEqual([]);
  });

  it('leaves the sessions of others alone when it signs in', async () => {
    const browser = fakeBrowser();
    const [first, second] = [await signedIn(browser, 't1'), started(browser)];
    second.refuse('t1');
    await second.signIn('t2', true);
    expect([tokenOf(first), tokenOf(second)]).toEqual(['t1', 't2']);
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
    session.refuse('t1');
    session.refuse('t1');
    expect(session.getState()).toEqual({ kind: 'refused', note: NOTES.refused });
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
    expect(session.getState()).toMatchObject({ kind: 'signed-in', token: 't2', note: null });
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

describe('signing out', () => {
  it('ends every tab and removes every stored token', async () => {
    const [device, tab, otherTab] = [memoryStorage(), memoryStorage(), memoryStorage()];
    const browser = fakeBrowser(device);
    const first = started(browser, { tab });
    await first.signIn('t1', true);
    const second = started(browser, { tab: otherTab });
    const ended = vi.fn();
    second.onSignOut(ended);
    await first.signOut();
    expect(first.getState()).toEqual({ kind: 'signed-out', note: null });
    expect(second.getState()).toEqual({ kind: 'signed-out', note: NOTES.elsewhere });
    expect(ended).toHaveBeenCalledTimes(1);
    const stored = [tab, otherTab, device].flatMap((store) => [...store.entries.values()]);
    expect(stored.join()).not.toContain('t1');
  });

  it('ends a tab of another account, and one that was refused', async () => {
    const browser = fakeBrowser();
    const other = await signedIn(browser, 't2');
    const refused = started(browser);
    refused.refuse('t2');
    await other.signOut();
    expect(refused.getState()).toEqual({ kind: 'signed-out', note: NOTES.elsewhere });
  });

  it('says nothing to a tab that was signed out already', async () => {
    const browser = fakeBrowser();
    const idle = started(browser);
    const session = await signedIn(browser);
    const changed = vi.fn();
    idle.subscribe(changed);
    await session.signOut();
    expect(changed).not.toHaveBeenCalled();
  });

  it('is over before its listeners run, and waits for them', async () => {
    const session = await signedIn(fakeBrowser());
    const order: string[] = [];
    session.onSignOut(() => void order.push(session.getState().kind));
    session.onSignOut(async () => {
      await Promise.resolve();
      order.push('wiped');
    });
    const unwanted = vi.fn();
    session.onSignOut(unwanted)();
    await session.signOut();
    expect(order).toEqual(['signed-out', 'wiped']);
    expect(unwanted).not.toHaveBeenCalled();
  });

  it('runs every listener, and says so when one could not remove what it kept', async () => {
    const session = await signedIn(fakeBrowser());
    const last = vi.fn();
    session.onSignOut(() => {
      throw new Error('first');
    });
    session.onSignOut(() => Promise.reject(new Error('second')));
    session.onSignOut(last);
    await session.signOut();
    expect(last).toHaveBeenCalledTimes(1);
    expect(session.getState()).toEqual({ kind: 'signed-out', note: NOTES.leftovers });
  });

  it('does not speak of leftovers once the next session runs', async () => {
    const session = await signedIn(fakeBrowser());
    session.onSignOut(() => Promise.reject(new Error('locked')));
    const out = session.signOut();
    await session.signIn('t2', false);
    await out;
    expect(session.getState()).toMatchObject({ kind: 'signed-in', note: null });
  });
});

describe('a page from the back-forward cache', () => {
  it('stays signed in where nothing happened', async () => {
    const session = await signedIn(fakeBrowser());
    const before = session.getState();
    session.reread();
    expect(session.getState()).toBe(before);
  });

  it('shows nothing after a sign-out that it slept through', async () => {
    const browser = fakeBrowser();
    const asleep = await signedIn(browser, 't1', { channel: false });
    const ended = vi.fn();
    asleep.onSignOut(ended);
    const awake = await signedIn(browser, 't1', { channel: false });
    await awake.signOut();
    asleep.reread();
    expect(asleep.getState()).toEqual({ kind: 'signed-out', note: NOTES.elsewhere });
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('shows no rows of a refused session after a sign-out either', async () => {
    const browser = fakeBrowser();
    const asleep = await signedIn(browser, 't1', { channel: false });
    asleep.refuse('t1');
    asleep.reread();
    expect(asleep.getState().kind).toBe('refused');
    await started(browser, { channel: false }).signOut();
    asleep.reread();
    expect(asleep.getState().kind).toBe('signed-out');
  });

  it('ends a session that lives in memory alone, which nothing can vouch for', async () => {
    const session = started(fakeBrowser(null), { tab: null });
    await session.signIn('t1', false);
    session.reread();
    expect(session.getState().kind).toBe('signed-out');
  });

  it('takes up the session that the same tab has got meanwhile', async () => {
    const browser = fakeBrowser();
    const tab = memoryStorage();
    const out = started(browser, { tab, channel: false });
    const old = started(browser, { tab, channel: false });
    await old.signIn('t1', false);
    const ended = vi.fn();
    old.onSignOut(ended);
    await signedIn(browser, 't2', { tab, channel: false });
    out.reread();
    old.reread();
    expect([tokenOf(out), tokenOf(old)]).toEqual(['t2', 't2']);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('does not cut short the asking of a tab that is starting', () => {
    const browser = fakeBrowser();
    const opened = browser.open();
    opened.start();
    opened.reread();
    expect(opened.getState()).toEqual({ kind: 'starting' });
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
    expect(session.getState()).toMatchObject({ token: 't1', note: 'Two.' });
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
