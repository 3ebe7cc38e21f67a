// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../contract/ApiError.ts';
import type { Page } from '../../contract/build.ts';
import type { PageRequest } from '../../contract/fetchPage.ts';
import type { GatewayInfo } from '../../contract/gatewayInfo.ts';
import { NOTES } from '../SessionState.ts';
import { fakeBrowser, memoryStorage, pageOf } from '../testing/fakeBrowser.ts';
import { withToken } from '../testing/sessions.ts';
import { SessionProvider } from '../useSession.ts';
import { SignIn, type SignInProps } from './SignIn.tsx';

const DEMO: GatewayInfo = {
  upstream: null,
  tokensUrl: null,
  demoAccounts: [
    { token: 'demo', summary: '2,412 builds, alive' },
    { token: 'demo-small', summary: '25 builds' },
  ],
};
const PRIME: GatewayInfo = {
  upstream: 'api.primeintellect.ai',
  tokensUrl: 'https://app.primeintellect.ai/dashboard/tokens',
  demoAccounts: [],
};

beforeEach(() => answerInfo(PRIME));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function answerInfo(info: GatewayInfo | null) {
  const answer = async () => (info ? Response.json(info) : new Response('No.', { status: 404 }));
  vi.stubGlobal('fetch', vi.fn(answer));
}

type FetchPage = (request: PageRequest) => Promise<Page>;

function open(fetchPage: FetchPage = async () => pageOf('b1'), props: SignInProps = {}) {
  const device = memoryStorage();
  const session = fakeBrowser(device).open({ channel: false, fetchPage });
  session.start();
  const view = render(
    <QueryClientProvider client={new QueryClient()}>
      <SessionProvider value={session}>
        <SignIn {...props} />
      </SessionProvider>
    </QueryClientProvider>,
  );
  return { session, device, container: view.container, user: userEvent.setup() };
}

const field = () => screen.getByLabelText<HTMLInputElement>('API token');
const signInButton = () => screen.getByRole('button', { name: 'Sign in' });
const refuse = () =>
  Promise.reject(new ApiError({ kind: 'unauthorized', status: 401, message: 'No.' }));

/** What a clipboard or a drop holds: text, and nothing of another kind. */
const plain = (text: string) => (type: string) => (type === 'text/plain' ? text : '');

function paste(text: string) {
  const clipboardData = { getData: plain(text) };
  return fireEvent.paste(field(), { clipboardData });
}

describe('the sign-in', () => {
  it('takes a token and a press of Enter', async () => {
    const { session, user } = open();
    await user.type(field(), 't1{Enter}');
    await waitFor(() =>
      expect(withToken(session)).toMatchObject({ token: 't1', remembered: false }),
    );
    expect(field().value).toBe('');
  });

  it('takes a token and a click, and remembers it on this device where asked', async () => {
    const { session, device, user } = open();
    await user.type(field(), 't1');
    await user.click(screen.getByRole('checkbox', { name: 'Remember on this device' }));
    await user.click(signInButton());
    await waitFor(() =>
      expect(withToken(session)).toMatchObject({ token: 't1', remembered: true }),
    );
    expect([...device.entries.values()].join()).toContain('t1');
  });

  it('has the focus in the field, which browsers neither name, complete nor correct', () => {
    open();
    expect(document.activeElement).toBe(field());
    const described = field().getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toContain('Checked by one call');
    const attributes = ['type', 'name', 'autocomplete', 'spellcheck', 'autocapitalize'];
    expect(attributes.map((name) => field().getAttribute(name))).toEqual([
      'password',
      null,
      'off',
      'false',
      'off',
    ]);
  });

  it('reveals the token and hides it again, and never writes it into the page', async () => {
    const { container, user } = open();
    await user.type(field(), 's3cret');
    const reveal = screen.getByRole('button', { name: 'Show token' });
    expect(reveal.getAttribute('aria-pressed')).toBe('false');
    await user.click(reveal);
    expect(screen.getByRole('textbox', { name: 'API token' })).toBe(field());
    expect(field().getAttribute('type')).toBe('text');
    expect(field().value).toBe('s3cret');
    expect(reveal.getAttribute('aria-pressed')).toBe('true');
    expect(container.innerHTML).not.toContain('s3cret');
    await user.click(reveal);
    expect(field().type).toBe('password');
    expect(container.innerHTML).not.toContain('s3cret');
  });

  it('says in place what is wrong, clears a refused token, and keeps the focus', async () => {
    const { session, user } = open(refuse);
    await user.type(field(), 't1');
    await user.click(signInButton());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The API refused this token (401).');
    expect(alert.querySelector('p')).toBeNull();
    expect(field().value).toBe('');
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(field().getAttribute('aria-describedby')?.split(' ')).toContain(alert.id);
    expect(session.getState().kind).toBe('signed-out');
    await user.type(field(), 'x');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field().getAttribute('aria-invalid')).toBe('false');
  });

  it('keeps a token that the API has not judged, with what the API said', async () => {
    const { user } = open(async () => {
      const details = ['limit: too small', 'offset: too large'];
      throw new ApiError({ kind: 'invalid', status: 422, message: 'Not accepted.', details });
    });
    await user.type(field(), 't1{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Not accepted.');
    expect(alert.textContent).toContain('limit: too small\noffset: too large');
    expect(field().value).toBe('t1');
  });

  it('announces the same problem anew', async () => {
    const { user } = open(refuse);
    await user.type(field(), 't1{Enter}');
    const first = await screen.findByRole('alert');
    await user.type(field(), 't2{Enter}');
    const second = await screen.findByRole('alert');
    expect(second.textContent).toBe(first.textContent);
    expect(second).not.toBe(first);
  });

  it('asks for a token where there is none', async () => {
    const fetchPage = vi.fn(async () => pageOf());
    const { user } = open(fetchPage);
    await user.click(signInButton());
    expect((await screen.findByRole('alert')).textContent).toBe(
      'There is no token here. Paste an API token.',
    );
    expect(fetchPage).not.toHaveBeenCalled();
  });
});

describe('a paste', () => {
  it('is cleaned as it goes in', () => {
    open();
    paste('export PRIME_API_KEY="t1"\n');
    expect(field().value).toBe('t1');
  });

  it('with a line break inside is refused instead of joined, and leaves the field as it was', () => {
    const { container } = open();
    paste('abc');
    const done = paste('s3cret_s3cr\net');
    expect(done).toBe(false);
    expect(field().value).toBe('abc');
    expect(screen.getByRole('alert').textContent).toContain('There is a line break at character');
    expect(container.innerHTML).not.toContain('s3cret');
    paste('def');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('replaces what is selected and joins what is beside it', () => {
    open();
    paste('one-two-three');
    field().setSelectionRange(4, 7);
    paste('2');
    expect(field().value).toBe('one-2-three');
  });

  it('of nothing changes nothing', () => {
    open();
    expect(paste('')).toBe(true);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can be a drop', () => {
    open();
    const dataTransfer = { getData: plain('Bearer t1') };
    fireEvent.drop(field(), { dataTransfer });
    expect(field().value).toBe('t1');
  });
});

describe('a check that takes its time', () => {
  function slow() {
    const calls: { request: PageRequest; answer: (page: Page) => void }[] = [];
    const fetchPage: FetchPage = (request) =>
      new Promise((answer, fail) => {
        calls.push({ request, answer });
        request.signal?.addEventListener('abort', () => fail(request.signal?.reason));
      });
    return { calls, fetchPage };
  }

  it('is said, and a second press does not start another', async () => {
    const { calls, fetchPage } = slow();
    const { user } = open(fetchPage);
    await user.type(field(), 't1{Enter}');
    const button = screen.getByRole('button', { name: 'Checking…' });
    expect(screen.getByText('Checking the token.')).toBeTruthy();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(button);
    expect(calls).toHaveLength(1);
    await act(async () => calls[0]?.answer(pageOf()));
    expect(signInButton()).toBeTruthy();
    expect(field().value).toBe('');
  });

  it('is given up by an edit, which stays in the field', async () => {
    const { calls, fetchPage } = slow();
    const { session, user } = open(fetchPage);
    await user.type(field(), 't1{Enter}');
    await user.type(field(), '2');
    expect(calls[0]?.request.signal?.aborted).toBe(true);
    expect(signInButton()).toBeTruthy();
    expect(field().value).toBe('t12');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(session.getState().kind).toBe('signed-out');
  });

  it('that comes late says nothing of the one that followed it', async () => {
    const calls: ((error: unknown) => void)[] = [];
    const { user } = open(() => new Promise((_answer, fail) => void calls.push(fail)));
    await user.type(field(), 't1{Enter}');
    await user.type(field(), '2{Enter}');
    await act(async () => calls[0]?.(new ApiError({ kind: 'offline', status: null, message: '' })));
    expect(screen.getByRole('button', { name: 'Checking…' })).toBeTruthy();
    expect(field().value).toBe('t12');
  });

  it('ends quietly where a sign-out overtakes it', async () => {
    const calls: ((page: Page) => void)[] = [];
    const { session, user } = open(() => new Promise((answer) => void calls.push(answer)));
    await user.type(field(), 't1{Enter}');
    await act(async () => {
      await session.signOut();
      calls[0]?.(pageOf());
    });
    expect(signInButton()).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(session.getState().kind).toBe('signed-out');
  });
});

describe('what the gateway tells', () => {
  it('offers each demo account as one click', async () => {
    answerInfo(DEMO);
    const { session, user } = open();
    const demo = await screen.findByRole('region', { name: 'Demo data' });
    expect(within(demo).getByRole('heading', { name: 'Demo data' })).toBeTruthy();
    expect(
      within(demo)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['demo 2,412 builds, alive', 'demo-small 25 builds']);
    await user.type(field(), 'half a token');
    await user.click(screen.getByRole('checkbox', { name: 'Remember on this device' }));
    await user.click(within(demo).getByRole('button', { name: /^demo-small/ }));
    await waitFor(() =>
      expect(withToken(session)).toMatchObject({ token: 'demo-small', remembered: true }),
    );
    expect(field().value).toBe('');
  });

  it('shows three demo accounts, and the others behind “Faults to try”', async () => {
    const tokens = ['demo', 'demo-small', 'demo-empty', 'demo-odd', 'demo-slow'];
    answerInfo({ ...DEMO, demoAccounts: tokens.map((token) => ({ token, summary: 'some' })) });
    const { session, user } = open();
    const demo = await screen.findByRole('region', { name: 'Demo data' });
    const more = within(demo).getByText('Faults to try');
    const behind = [...(more.closest('details')?.querySelectorAll('button') ?? [])];
    expect(behind.map(({ textContent }) => textContent)).toEqual([
      'demo-odd some',
      'demo-slow some',
    ]);
    expect(more.closest('details')?.open).toBe(false);
    await user.click(more);
    await user.click(within(demo).getByRole('button', { name: /^demo-odd/ }));
    await waitFor(() => expect(withToken(session)).toMatchObject({ token: 'demo-odd' }));
  });

  it('is asked for once, past every cache, without cookies', async () => {
    open();
    await screen.findByRole('link', { name: 'Create a token' });
    const calls = vi.mocked(fetch).mock.calls;
    expect(calls).toHaveLength(1);
    expect(calls[0]?.[0]).toBe('/gateway.json');
    expect(calls[0]?.[1]).toMatchObject({
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
  });

  it('links to where tokens are made, without a referrer, and names the API', async () => {
    open();
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Create a token' });
    expect([link.href, link.target, link.rel]).toEqual([PRIME.tokensUrl, '_blank', 'noreferrer']);
    expect(screen.getByText(/call to api\.primeintellect\.ai/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Demo data' })).toBeNull();
  });

  it.each([
    ['says nothing', () => answerInfo(null)],
    [
      'cannot be reached',
      () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed'))),
    ],
    ['answers no JSON', () => vi.stubGlobal('fetch', async () => new Response('<html>'))],
  ])('is not needed: it %s', async (_how, arrange) => {
    arrange();
    const { session, user } = open();
    await user.type(field(), 't1{Enter}');
    await waitFor(() => expect(session.getState().kind).toBe('signed-in'));
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('where it stands', () => {
  it('says what remembering risks where another program can have the address later', () => {
    const risk = /another program that uses it later can read the token/;
    open();
    expect(screen.getByRole('checkbox', { name: 'Remember on this device' })).toBeTruthy();
    expect(screen.getByText(risk).textContent).toContain(window.location.host);
    cleanup();
    const elsewhere = { ...window.location, host: 'builds.example' };
    vi.spyOn(window, 'location', 'get').mockReturnValue(elsewhere);
    open();
    expect(screen.queryByText(risk)).toBeNull();
    vi.restoreAllMocks();
  });

  it('is a whole page with the name of the product', () => {
    open();
    const main = screen.getByRole('main');
    expect(within(main).getByRole('heading', { level: 1, name: 'Image Builds' })).toBeTruthy();
  });

  it('is a panel over the rows after a 401, and says why', async () => {
    const { session } = open(undefined, { compact: true });
    await act(() => session.signIn('t1', false));
    act(() => session.refuse('t1', ['Token expired on 1 May']));
    const panel = screen.getByRole('region', { name: 'Sign in again' });
    const note = within(panel).getByText(NOTES.refused).closest('[id]');
    expect(note?.classList).toContain('tone-bad');
    expect(note?.textContent).toContain('Token expired on 1 May');
    expect(field().getAttribute('aria-describedby')?.split(' ')).toContain(note?.id);
    expect(screen.queryByRole('main')).toBeNull();
  });

  it('says which view is kept', () => {
    open(undefined, { viewSummary: 'All builds. Longest first.' });
    expect(screen.getByText('Your view is kept: All builds. Longest first.')).toBeTruthy();
  });

  it('shows what the session has to say', () => {
    const { session } = open();
    act(() => session.say(NOTES.address));
    expect(screen.getByText(NOTES.address).closest('.tone-active')).toBeTruthy();
  });

  it('is empty of notes while the session starts', () => {
    const session = fakeBrowser().open();
    render(
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider value={session}>
          <SignIn />
        </SessionProvider>
      </QueryClientProvider>,
    );
    expect(field()).toBeTruthy();
  });

  it('needs a session above it', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    expect(() => render(<SignIn />)).toThrow('There is no SessionProvider above.');
  });
});
