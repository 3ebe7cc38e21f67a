// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../contract/ApiError.ts';
import { NOTES } from '../SessionState.ts';
import { fakeBrowser, pageOf } from '../testing/fakeBrowser.ts';
import { withToken } from '../testing/sessions.ts';
import {
  beginAnew,
  field,
  openSignIn,
  refuse,
  showSignIn,
  signInButton,
} from '../testing/signInScreen.tsx';
import { SignIn } from './SignIn.tsx';

beginAnew();

describe('the sign-in', () => {
  it('takes a token and a press of Enter', async () => {
    const { session, user } = openSignIn();
    await user.type(field(), 't1{Enter}');
    await waitFor(() =>
      expect(withToken(session)).toMatchObject({ token: 't1', remembered: false }),
    );
    expect(field().value).toBe('');
  });

  it('takes a token and a click, and remembers it on this device where asked', async () => {
    const { session, device, user } = openSignIn();
    await user.type(field(), 't1');
    await user.click(screen.getByRole('checkbox', { name: 'Remember on this device' }));
    await user.click(signInButton());
    await waitFor(() =>
      expect(withToken(session)).toMatchObject({ token: 't1', remembered: true }),
    );
    expect([...device.entries.values()].join()).toContain('t1');
  });

  it('has the focus in the field, which browsers neither name, complete nor correct', () => {
    openSignIn();
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
    const { container, user } = openSignIn();
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
    const { session, user } = openSignIn(refuse);
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
    const { user } = openSignIn(async () => {
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
    const { user } = openSignIn(refuse);
    await user.type(field(), 't1{Enter}');
    const first = await screen.findByRole('alert');
    await user.type(field(), 't2{Enter}');
    const second = await screen.findByRole('alert');
    expect(second.textContent).toBe(first.textContent);
    expect(second).not.toBe(first);
  });

  it('asks for a token where there is none', async () => {
    const fetchPage = vi.fn(async () => pageOf());
    const { user } = openSignIn(fetchPage);
    await user.click(signInButton());
    expect((await screen.findByRole('alert')).textContent).toBe(
      'There is no token here. Paste an API token.',
    );
    expect(fetchPage).not.toHaveBeenCalled();
  });
});

describe('where it stands', () => {
  it('says what remembering risks where another program can have the address later', () => {
    const risk = /another program that uses it later can read the token/;
    openSignIn();
    expect(screen.getByRole('checkbox', { name: 'Remember on this device' })).toBeTruthy();
    expect(screen.getByText(risk).textContent).toContain(window.location.host);
    cleanup();
    const elsewhere = { ...window.location, host: 'builds.example' };
    vi.spyOn(window, 'location', 'get').mockReturnValue(elsewhere);
    openSignIn();
    expect(screen.queryByText(risk)).toBeNull();
    vi.restoreAllMocks();
  });

  it('is a whole page with the name of the product', () => {
    openSignIn();
    const main = screen.getByRole('main');
    expect(within(main).getByRole('heading', { level: 1, name: 'Image Builds' })).toBeTruthy();
  });

  it('is a panel over the rows after a 401, and says why', async () => {
    const { session } = openSignIn(undefined, { compact: true });
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
    openSignIn(undefined, { viewSummary: 'All builds. Longest first.' });
    expect(screen.getByText('Your view is kept: All builds. Longest first.')).toBeTruthy();
  });

  it('shows what the session has to say', () => {
    const { session } = openSignIn();
    act(() => session.say(NOTES.address));
    const note = screen.getByText(NOTES.address).closest('[id]');
    expect(note?.classList).toContain('tone-active');
    expect(note?.textContent).toBe(NOTES.address);
  });

  it('is empty of notes while the session starts', () => {
    showSignIn(fakeBrowser().open());
    expect(field().getAttribute('aria-describedby')?.split(' ')).toHaveLength(1);
  });

  it('needs a session above it', () => {
    vi.spyOn(console, 'error').mockReturnValue();
    expect(() => render(<SignIn />)).toThrow('There is no SessionProvider above.');
  });
});
