import { describe, expect, it, vi } from 'vitest';
import { HANDOVER_MS, NOTES } from './SessionState.ts';
import { fakeBrowser, memoryStorage, pageOf } from './testing/fakeBrowser.ts';
import { signedIn, slowApi, started, tokenOf, withToken } from './testing/sessions.ts';

describe('a new tab', () => {
  it('is handed the session of one that is signed in, and keeps it over its own reload', async () => {
    const browser = fakeBrowser();
    await signedIn(browser);
    const tab = memoryStorage();
    const opened = browser.open({ tab });
    opened.start();
    expect(withToken(opened)).toMatchObject({ kind: 'signed-in', token: 't1', remembered: false });
    const reloaded = browser.open({ tab, channel: false });
    reloaded.start();
    expect(tokenOf(reloaded)).toBe('t1');
  });

  it('does not put on the device what it is handed', async () => {
    const device = memoryStorage();
    const browser = fakeBrowser(device);
    await signedIn(browser);
    expect(tokenOf(started(browser))).toBe('t1');
    expect([...device.entries]).toEqual([]);
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
    expect(withToken(waiting)).toMatchObject({ token: 't9', remembered: true });
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

  it('takes no answer after a sign-out of its own', async () => {
    const browser = fakeBrowser();
    const voice = browser.voice();
    const waiting = started(browser);
    await waiting.signOut();
    for (const message of browser.said.filter((one) => one.type === 'ask')) {
      voice.post({ ...message, type: 'hand', token: 't1', remembered: false });
    }
    expect(waiting.getState().kind).toBe('signed-out');
  });

  it('says what there was to say at its start once, not again with a later session', async () => {
    const browser = fakeBrowser();
    const tab = memoryStorage();
    const opened = browser.open({ tab, channel: false });
    opened.start(NOTES.address);
    await signedIn(browser, 't1', { tab, channel: false });
    opened.reread();
    expect(withToken(opened)).toMatchObject({ token: 't1', note: null });
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

  it('says so to the next session too: what is left does not go by signing in', async () => {
    const session = await signedIn(fakeBrowser());
    session.onSignOut(() => Promise.reject(new Error('locked')));
    const out = session.signOut();
    await session.signIn('t2', false);
    await out;
    expect(session.getState()).toMatchObject({ kind: 'signed-in', note: NOTES.leftovers });
  });

  it('does not wait for ever for what must be removed', async () => {
    const browser = fakeBrowser();
    const session = await signedIn(browser);
    session.onSignOut(() => new Promise(() => undefined));
    const out = session.signOut();
    browser.pass(10_000);
    await out;
    expect(session.getState()).toEqual({ kind: 'signed-out', note: NOTES.leftovers });
  });
});
