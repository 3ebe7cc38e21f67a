import { describe, expect, it, vi } from 'vitest';
import { HANDOVER_MS, NOTES } from './SessionState.ts';
import { fakeBrowser, memoryStorage } from './testing/fakeBrowser.ts';
import { signedIn, started, tokenOf, withToken } from './testing/sessions.ts';

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

  it('has nothing said of it where the API said nothing', async () => {
    const session = await signedIn(fakeBrowser());
    session.refuse('t1');
    expect(session.getState()).toMatchObject({ kind: 'refused', said: [] });
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
    const session = await signedIn(fakeBrowser(), 'demo-55');
    expect(session.isSecret('demo-55')).toBe(false);
    await session.signIn('secret_8', false);
    expect(session.isSecret('?q=secret_8')).toBe(true);
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
