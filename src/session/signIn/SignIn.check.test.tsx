// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../contract/ApiError.ts';
import type { Page } from '../../contract/build.ts';
import type { PageRequest } from '../../contract/fetchPage.ts';
import { fakeBrowser, pageOf } from '../testing/fakeBrowser.ts';
import {
  beginAnew,
  type FetchPage,
  field,
  openSignIn,
  paste,
  plain,
  showSignIn,
  signInButton,
} from '../testing/signInScreen.tsx';

beginAnew();

describe('a paste', () => {
  it('is cleaned as it goes in', () => {
    openSignIn();
    paste('export PRIME_API_KEY="t1"\n');
    expect(field().value).toBe('t1');
  });

  it('with a line break inside is refused instead of joined, and leaves the field as it was', () => {
    const { container } = openSignIn();
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
    openSignIn();
    paste('one-two-three');
    field().setSelectionRange(4, 7);
    paste('2');
    expect(field().value).toBe('one-2-three');
  });

  it('of nothing changes nothing', () => {
    openSignIn();
    expect(paste('')).toBe(true);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can be a drop', () => {
    openSignIn();
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
    const { user } = openSignIn(fetchPage);
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
    const { session, user } = openSignIn(fetchPage);
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
    const { user } = openSignIn(() => new Promise((_answer, fail) => void calls.push(fail)));
    await user.type(field(), 't1{Enter}');
    await user.type(field(), '2{Enter}');
    await act(async () => calls[0]?.(new ApiError({ kind: 'offline', status: null, message: '' })));
    expect(screen.getByRole('button', { name: 'Checking…' })).toBeTruthy();
    expect(field().value).toBe('t12');
  });

  it.each([
    ['the code of the check cannot be loaded', new TypeError('Failed to load admit-t1.js')],
    ['the browser forbids it', new DOMException('Not for t1.', 'SecurityError')],
  ])('is said to have failed where %s', async (_what, error) => {
    const session = fakeBrowser().open({ channel: false, admit: () => Promise.reject(error) });
    session.start();
    const { user } = showSignIn(session);
    await user.type(field(), 't1{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'The token could not be checked. Try again in a moment.',
    );
    expect(signInButton()).toBeTruthy();
  });

  it('ends quietly where a sign-out overtakes it', async () => {
    const calls: ((page: Page) => void)[] = [];
    const { session, user } = openSignIn(() => new Promise((answer) => void calls.push(answer)));
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
