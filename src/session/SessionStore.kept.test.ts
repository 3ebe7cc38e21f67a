import { describe, expect, it, vi } from 'vitest';
import { NOTES } from './SessionState.ts';
import { brokenStorage, fakeBrowser, memoryStorage, NO_STORE } from './testing/fakeBrowser.ts';
import { signedIn, started, tokenOf, withToken } from './testing/sessions.ts';

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

  it('is not ended by a sign-out that came before its session', async () => {
    const browser = fakeBrowser();
    await started(browser, { channel: false }).signOut();
    const session = await signedIn(browser, 't1', { channel: false });
    session.refuse('t1');
    session.reread();
    expect(session.getState().kind).toBe('refused');
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
    const session = started(fakeBrowser(NO_STORE), { tab: NO_STORE });
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

  it('has nothing to say where it was signed out already', async () => {
    const browser = fakeBrowser();
    const out = started(browser, { channel: false });
    const other = await signedIn(browser, 't1', { channel: false });
    await other.signOut();
    out.reread();
    expect(out.getState()).toEqual({ kind: 'signed-out', note: null });
  });

  it('goes on where its own token was signed out and then remembered again', async () => {
    const browser = fakeBrowser();
    const asleep = await signedIn(browser, 't1', { channel: false });
    const ended = vi.fn();
    asleep.onSignOut(ended);
    const awake = started(browser, { channel: false });
    await awake.signOut();
    await awake.signIn('t1', true);
    const before = asleep.getState();
    asleep.reread();
    expect(asleep.getState()).toBe(before);
    expect(ended).not.toHaveBeenCalled();
  });
});
