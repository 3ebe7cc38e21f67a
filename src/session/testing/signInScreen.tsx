import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import { ApiError } from '../../contract/ApiError.ts';
import type { Page } from '../../contract/build.ts';
import type { PageRequest } from '../../contract/fetchPage.ts';
import type { GatewayInfo } from '../../contract/gatewayInfo.ts';
import type { SessionStore } from '../SessionStore.ts';
import { SignIn, type SignInProps } from '../signIn/SignIn.tsx';
import { SessionProvider } from '../useSession.ts';
import { fakeBrowser, memoryStorage, pageOf } from './fakeBrowser.ts';

/** What a gateway before the real API says. */
export const PRIME: GatewayInfo = {
  upstream: 'api.primeintellect.ai',
  tokensUrl: 'https://app.primeintellect.ai/dashboard/tokens',
  demoAccounts: [],
};

/** Each test of a file begins with no screen, before a gateway of the real API. */
export function beginAnew(): void {
  beforeEach(() => answerInfo(PRIME));
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });
}

/** Has the gateway say this, or nothing. */
export function answerInfo(info: GatewayInfo | null) {
  const answer = async () => (info ? Response.json(info) : new Response('No.', { status: 404 }));
  vi.stubGlobal('fetch', vi.fn(answer));
}

export type FetchPage = (request: PageRequest) => Promise<Page>;

/** The sign-in of a session, on screen; `show` draws it again below another client. */
export function showSignIn(
  session: SessionStore,
  props: SignInProps = {},
  first = new QueryClient(),
) {
  const below = (client: QueryClient) => (
    <QueryClientProvider client={client}>
      <SessionProvider value={session}>
        <SignIn {...props} />
      </SessionProvider>
    </QueryClientProvider>
  );
  const { container, rerender } = render(below(first));
  const show = (client: QueryClient) => rerender(below(client));
  return { session, container, show, user: userEvent.setup() };
}

/** The sign-in of a tab that has no session. */
export function openSignIn(
  fetchPage: FetchPage = async () => pageOf('b1'),
  props: SignInProps = {},
) {
  const device = memoryStorage();
  const session = fakeBrowser(device).open({ channel: false, fetchPage });
  session.start();
  return { device, ...showSignIn(session, props) };
}

export const field = () => screen.getByLabelText<HTMLInputElement>('API token');
export const teamField = () => screen.getByLabelText<HTMLInputElement>('Team id (optional)');
export const signInButton = () => screen.getByRole('button', { name: 'Sign in' });

/** An API that refuses every token. */
export const refuse = () =>
  Promise.reject(new ApiError({ kind: 'unauthorized', status: 401, message: 'No.' }));

/** What a clipboard or a drop holds: text, and nothing of another kind. */
export const plain = (text: string) => (type: string) => (type === 'text/plain' ? text : '');

/** Pastes a text; false where the page took it itself, instead of the browser. */
export function paste(text: string, into = field()) {
  return fireEvent.paste(into, { clipboardData: { getData: plain(text) } });
}
