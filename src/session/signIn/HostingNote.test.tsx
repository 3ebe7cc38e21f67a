// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PAGE_HEADERS } from '../../gateway/pages/headers.ts';
import { silentServer } from '../testing/silentServer.ts';
import { HostingNote } from './HostingNote.tsx';

const GOOD: Readonly<Record<string, string>> = { ...PAGE_HEADERS, 'cache-control': 'no-store' };

// As in the built page: Vite's own server sends none of the headers, and is not asked.
beforeEach(() => void vi.stubEnv('PROD', true));
afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** The page comes with these headers. */
function serve(headers: Readonly<Record<string, string>>, body: string | null = '<html>') {
  const asked = vi.fn(async (_url: string, _how: RequestInit) => new Response(body, { headers }));
  vi.stubGlobal('fetch', asked);
  return asked;
}

/** Draws the note; what it returns settles when the page was asked for. */
function open() {
  const client = new QueryClient();
  render(
    <QueryClientProvider client={client}>
      <HostingNote />
    </QueryClientProvider>,
  );
  return () => waitFor(() => expect(client.isFetching()).toBe(0));
}

const { 'referrer-policy': _referrer, 'x-content-type-options': _type, ...FEW } = GOOD;

it('names the headers that the server of the page leaves out', async () => {
  serve(FEW);
  open();
  const note = await screen.findByRole('status');
  expect(note.textContent).toContain('This server guards the page badly.');
  expect(note.textContent).toContain(
    'It leaves out X-Content-Type-Options, Referrer-Policy, or says too little there',
  );
});

it('reads them of an answer without a body too', async () => {
  serve(FEW, null);
  open();
  expect(await screen.findByRole('status')).toBeTruthy();
});

it('says nothing where all of them are there', async () => {
  serve(GOOD);
  const settled = open();
  await settled();
  expect(screen.queryByRole('status')).toBeNull();
});

it('asks for the page itself, once, past every cache, without cookies, and reads no body', async () => {
  const cancelled = vi.spyOn(ReadableStream.prototype, 'cancel');
  const asked = serve(GOOD);
  const settled = open();
  await settled();
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked.mock.calls[0]?.[0]).toBe('/');
  expect(asked.mock.calls[0]?.[1]).toMatchObject({
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  });
  expect(cancelled).toHaveBeenCalledTimes(1);
});

it('waits for ten seconds and no longer', () => {
  const server = silentServer();
  open();
  server.expectLimit(10_000);
});

it.each([
  ['nobody answers', () => Promise.reject(new TypeError('Failed'))],
  ['another page answers', async () => new Response('No.', { status: 404 })],
])('says nothing, and no error, where %s', async (_how, answer) => {
  const complained = vi.spyOn(console, 'error');
  vi.stubGlobal('fetch', answer);
  const settled = open();
  await settled();
  expect(screen.queryByRole('status')).toBeNull();
  expect(complained).not.toHaveBeenCalled();
});

it('does not ask the server of whoever changes the page', () => {
  vi.stubEnv('PROD', false);
  const asked = serve(FEW);
  open();
  expect(asked).not.toHaveBeenCalled();
});
