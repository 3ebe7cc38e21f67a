// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { GatewayInfo } from '../../contract/gatewayInfo.ts';
import { fakeBrowser } from '../testing/fakeBrowser.ts';
import { withToken } from '../testing/sessions.ts';
import {
  answerInfo,
  beginAnew,
  field,
  openSignIn,
  PRIME,
  showSignIn,
} from '../testing/signInScreen.tsx';
import { silentServer } from '../testing/silentServer.ts';

const DEMO: GatewayInfo = {
  upstream: null,
  tokensUrl: null,
  demoAccounts: [
    { token: 'demo', summary: '2,412 builds, alive' },
    { token: 'demo-small', summary: '25 builds' },
  ],
};

beginAnew();

describe('what the gateway tells', () => {
  it('offers each demo account as one click', async () => {
    answerInfo(DEMO);
    const { session, user } = openSignIn();
    const demo = await screen.findByRole('region', { name: 'Demo data' });
    expect(within(demo).getByRole('heading', { name: 'Demo data' })).toBeTruthy();
    expect(
      within(demo)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['demo 2,412 builds, alive', 'demo-small 25 builds']);
    expect(within(demo).queryByText('Faults to try')).toBeNull();
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
    const { session, user } = openSignIn();
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
    openSignIn();
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
    openSignIn();
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
    const complained = vi.spyOn(console, 'error');
    arrange();
    const { session, user } = openSignIn();
    await user.type(field(), 't1{Enter}');
    await waitFor(() => expect(session.getState().kind).toBe('signed-in'));
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Demo data' })).toBeNull();
    expect(complained).not.toHaveBeenCalled();
  });

  it('is not waited for longer than ten seconds', () => {
    const server = silentServer();
    openSignIn();
    server.expectLimit(10_000);
  });

  it('is there at once where it was asked for before', async () => {
    const client = new QueryClient();
    const session = fakeBrowser().open();
    showSignIn(session, {}, client);
    await screen.findByRole('link', { name: 'Create a token' });
    cleanup();
    showSignIn(session, {}, client);
    expect(screen.getByRole('link', { name: 'Create a token' })).toBeTruthy();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('is asked for anew with another client, and a late answer to the one before is not heard', async () => {
    const answers: ((answer: Response) => void)[] = [];
    vi.stubGlobal('fetch', () => new Promise<Response>((answer) => void answers.push(answer)));
    const session = fakeBrowser().open();
    const { show } = showSignIn(session);
    show(new QueryClient());
    const says = (upstream: string) => Response.json({ ...PRIME, upstream });
    await act(async () => answers[1]?.(says('new.example')));
    expect(await screen.findByText(/call to new\.example/)).toBeTruthy();
    await act(async () => answers[0]?.(says('old.example')));
    expect(screen.getByText(/call to new\.example/)).toBeTruthy();
  });
});
