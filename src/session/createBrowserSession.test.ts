// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
// Here before the first sign-in, as on the page.
import './admit.ts';
import { createBrowserSession } from './createBrowserSession.ts';
import { NOTES } from './SessionState.ts';
import { withToken } from './testing/sessions.ts';
import { createTokenStorage } from './tokenStorage.ts';

let page = new AbortController();
const PAGE = { data: [], total_count: 0, offset: 0, limit: 1 };
const kept = () => createTokenStorage(window.sessionStorage, window.localStorage);

beforeEach(() => {
  page = new AbortController();
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', undefined);
  window.sessionStorage.clear();
  window.localStorage.clear();
  window.history.replaceState(null, '', '/');
});
afterEach(() => {
  page.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A channel like the browser's, which answers each question with one session. */
function answeringChannel(token: string) {
  return class extends EventTarget {
    postMessage(message: { type: string; asking: string }) {
      if (message.type !== 'ask') return;
      const data = { type: 'hand', asking: message.asking, token, remembered: false };
      this.dispatchEvent(new MessageEvent('message', { data: { type: 'noise' } }));
      this.dispatchEvent(new MessageEvent('message', { data }));
    }
  };
}

describe('the session of a browser tab', () => {
  it('takes up what this tab has stored', () => {
    kept().write({ token: 't1' }, false);
    expect(withToken(createBrowserSession(page.signal))).toMatchObject({
      kind: 'signed-in',
      token: 't1',
    });
  });

  it('tells nothing to a page below another path, which may have another API', () => {
    kept().write({ token: 't1' }, true);
    const channels: string[] = [];
    vi.stubGlobal(
      'BroadcastChannel',
      class extends EventTarget {
        constructor(name: string) {
          super();
          channels.push(name);
        }
        postMessage() {}
      },
    );
    window.history.replaceState(null, '', '/staging/');
    const session = createBrowserSession(page.signal);
    vi.runAllTimers();
    expect(session.getState().kind).toBe('signed-out');
    session.signOut();
    expect(kept().read()).toEqual({ token: 't1', remembered: true });
    expect(channels).toEqual(['image-builds.session/staging']);
  });

  it('keeps and removes what is below its path', async () => {
    window.history.replaceState(null, '', '/staging/');
    window.sessionStorage.setItem('image-builds.session', 'of another page');
    vi.stubGlobal('fetch', async () => Response.json(PAGE));
    const session = createBrowserSession(page.signal);
    await session.signIn('t1', true);
    const below = 'image-builds.session/staging';
    expect(window.sessionStorage.getItem(below)).toContain('t1');
    expect(window.localStorage.getItem(below)).toContain('t1');
    await session.signOut();
    expect(Object.keys(window.sessionStorage)).toEqual(['image-builds.session']);
    expect(Object.keys(window.localStorage)).toEqual(['image-builds.signed-out/staging']);
  });

  it('takes up what another tab hands over', () => {
    vi.stubGlobal('BroadcastChannel', answeringChannel('t1'));
    expect(withToken(createBrowserSession(page.signal))).toMatchObject({
      kind: 'signed-in',
      token: 't1',
    });
    expect(kept().read()).toEqual({ token: 't1', remembered: false });
  });

  it('shows the sign-in after a short wait where no other tab answers', () => {
    vi.stubGlobal(
      'BroadcastChannel',
      class extends EventTarget {
        postMessage() {}
      },
    );
    const session = createBrowserSession(page.signal);
    expect(session.getState().kind).toBe('starting');
    vi.runAllTimers();
    expect(session.getState().kind).toBe('signed-out');
  });

  it('starts where storage and channels are forbidden', () => {
    const forbid = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(forbid);
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(forbid);
    vi.stubGlobal('BroadcastChannel', forbid);
    expect(createBrowserSession(page.signal).getState()).toEqual({
      kind: 'signed-out',
      note: null,
    });
  });

  it('removes a token from the address at once, does not use it, and says so', () => {
    window.history.replaceState({ kept: 1 }, '', '/?token=s3cret&status=FAILED#api_key=s3cret');
    const session = createBrowserSession(page.signal);
    expect(window.location.href).toMatch(/\/\?status=FAILED$/);
    expect(window.history.state).toEqual({ kept: 1 });
    expect(session.getState()).toEqual({ kind: 'signed-out', note: NOTES.address });
    expect(JSON.stringify(kept().read())).not.toContain('s3cret');
  });

  it('leaves an address without a token alone', () => {
    const replaced = vi.spyOn(window.history, 'replaceState');
    createBrowserSession(page.signal);
    expect(replaced).not.toHaveBeenCalled();
  });

  it('removes a token that is typed into the address later', () => {
    const session = createBrowserSession(page.signal);
    window.history.replaceState(null, '', '/?q=x#token=s3cret');
    window.dispatchEvent(new Event('hashchange'));
    expect(window.location.href).toMatch(/\/\?q=x$/);
    expect(session.getState()).toMatchObject({ note: NOTES.address });
    session.say(null);
    window.dispatchEvent(new Event('hashchange'));
    expect(session.getState()).toMatchObject({ note: null });
  });

  it('looks again when the page comes back from the back-forward cache, and only then', () => {
    kept().write({ token: 't1' }, false);
    const session = createBrowserSession(page.signal);
    kept().clear('m1');
    const show = (persisted: boolean) => {
      const event = Object.assign(new Event('pageshow'), { persisted });
      window.dispatchEvent(event);
    };
    show(false);
    expect(session.getState().kind).toBe('signed-in');
    show(true);
    expect(session.getState()).toEqual({ kind: 'signed-out', note: NOTES.elsewhere });
  });

  it('leaves a mark of its own with each sign-out', async () => {
    const session = createBrowserSession(page.signal);
    await session.signOut();
    const first = kept().mark();
    await session.signOut();
    expect(first).not.toBe('');
    expect(kept().mark()).not.toBe(first);
  });
});
