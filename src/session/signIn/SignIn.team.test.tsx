// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../contract/ApiError.ts';
import type { PageRequest } from '../../contract/fetchPage.ts';
import { pageOf } from '../testing/fakeBrowser.ts';
import { withToken } from '../testing/sessions.ts';
import {
  answerInfo,
  beginAnew,
  field,
  openSignIn,
  paste,
  showSignIn,
  signInButton,
  teamField,
} from '../testing/signInScreen.tsx';

const TEAM = 'cm9zk2w8r0003l708u5d1q6fy';

beginAnew();

const choice = () => screen.getByText<HTMLElement>('A team’s builds');
const isOpen = () => choice().closest('details')?.open;

/** An API that knows one team. */
async function knowing({ teamId }: PageRequest) {
  if (teamId !== undefined && teamId !== TEAM) {
    throw new ApiError({ kind: 'missing', status: 404, message: 'No.', details: ['No such team'] });
  }
  return pageOf(teamId ?? 'own');
}

describe('a team’s builds', () => {
  it('are asked for behind a closed choice, in a field that is neither completed nor corrected', () => {
    openSignIn();
    expect(isOpen()).toBe(false);
    expect(teamField().value).toBe('');
    expect(teamField().getAttribute('aria-invalid')).toBe('false');
    expect(
      screen.getByRole('textbox', {
        name: 'Team id (optional)',
        description: /^Empty: your own builds\./,
      }),
    ).toBe(teamField());
    const attributes = ['name', 'autocomplete', 'spellcheck', 'autocapitalize'];
    expect(attributes.map((name) => teamField().getAttribute(name))).toEqual([
      null,
      'off',
      'false',
      'off',
    ]);
  });

  it('are opened by the id that is typed beside the token', async () => {
    const { session, user } = openSignIn(knowing);
    await user.click(choice());
    await user.type(teamField(), TEAM);
    await user.type(field(), 't1{Enter}');
    await waitFor(() => expect(withToken(session)).toMatchObject({ token: 't1', team: TEAM }));
  });

  it('are opened by a demo account too', async () => {
    answerInfo({ upstream: null, tokensUrl: null, demoAccounts: [{ token: 'demo', summary: '' }] });
    const { session, user } = openSignIn(knowing);
    await user.type(teamField(), TEAM);
    await user.click(await screen.findByRole('button', { name: /^demo/ }));
    await waitFor(() => expect(withToken(session)).toMatchObject({ token: 'demo', team: TEAM }));
  });

  it('of the team that the address names are offered openly', () => {
    openSignIn(undefined, { team: TEAM });
    expect(isOpen()).toBe(true);
    expect(teamField().value).toBe(TEAM);
  });

  it('are asked for again where the session that was refused showed them', async () => {
    const { session } = openSignIn(knowing);
    await act(() => session.signIn('t1', false, undefined, TEAM));
    act(() => session.refuse('t1'));
    cleanup();
    showSignIn(session);
    expect(isOpen()).toBe(true);
    expect(teamField().value).toBe(TEAM);
  });

  it('that the address names come before those of the refused session', async () => {
    const other = 'cm9zk2w8r0003l708u5d1q6fz';
    const { session } = openSignIn(knowing);
    await act(() => session.signIn('t1', false, undefined, TEAM));
    act(() => session.refuse('t1'));
    cleanup();
    showSignIn(session, { team: other });
    expect(teamField().value).toBe(other);
  });
});

describe('a team id that is wrong', () => {
  const wrong = 'my-team';

  it('is said at its field, which opens and has the focus, and the token stays', async () => {
    const { user } = openSignIn(knowing);
    await user.type(teamField(), wrong);
    await user.type(field(), 't1{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('This is no team id');
    expect(isOpen()).toBe(true);
    expect(document.activeElement).toBe(teamField());
    expect(teamField().getAttribute('aria-invalid')).toBe('true');
    expect(
      screen.getByRole('textbox', { description: /^This is no team id.* Empty: your own/ }),
    ).toBe(teamField());
    expect(choice().closest('details')?.contains(alert)).toBe(true);
    expect(field().value).toBe('t1');
    expect(field().getAttribute('aria-invalid')).toBe('false');
    expect(field().getAttribute('aria-describedby')?.split(' ')).not.toContain(alert.id);
  });

  it('can be mended in place: the field stays open, and the word on it goes', async () => {
    const { session, user } = openSignIn(knowing);
    await user.click(choice());
    await user.type(teamField(), wrong);
    await user.type(field(), 't1{Enter}');
    await screen.findByRole('alert');
    await user.clear(teamField());
    expect(screen.queryByRole('alert')).toBeNull();
    expect(teamField().getAttribute('aria-invalid')).toBe('false');
    expect(isOpen()).toBe(true);
    await user.type(teamField(), TEAM);
    expect(isOpen()).toBe(true);
    await user.click(signInButton());
    await waitFor(() => expect(withToken(session)).toMatchObject({ token: 't1', team: TEAM }));
  });

  it('is said with what the API answered', async () => {
    const { user } = openSignIn(knowing);
    await user.type(teamField(), 'cm9zk2w8r0003l708u5d1q6fz');
    await user.type(field(), 't1{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('No such team');
  });
});

describe('a paste into the team field', () => {
  it('is cleaned as it goes in, and gives up a check that runs', async () => {
    const { user } = openSignIn(() => new Promise(() => undefined));
    await user.type(field(), 't1{Enter}');
    expect(screen.getByRole('button', { name: 'Checking…' })).toBeTruthy();
    expect(paste(`prime/team-${TEAM}/app:v1`, teamField())).toBe(false);
    expect(teamField().value).toBe(TEAM);
    expect(signInButton()).toBeTruthy();
  });

  it.each([
    ['nothing', ''],
    ['no team id', 'my-team'],
  ])('of %s is left to the browser', (_what, text) => {
    openSignIn();
    expect(paste(text, teamField())).toBe(true);
    expect(teamField().value).toBe('');
  });
});
