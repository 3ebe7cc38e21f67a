// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { NOTES, type SessionState } from '../../session/SessionState.ts';
import type { SessionStore } from '../../session/SessionStore.ts';
import { holdReplica } from './replicaHolder.ts';

const made = vi.hoisted(() => ({
  start: vi.fn(),
  reauthorize: vi.fn(),
  dispose: vi.fn(),
  account: 0,
  getState: () => ({ account: made.account, error: { details: ['Token expired on 1 May'] } }),
  tell: () => {},
  subscribe: (listener: () => void) => {
    made.tell = listener;
  },
  refuse: (_token: string) => {},
}));
vi.mock('../../replica/createReplica.ts', () => ({
  createReplica: (options: { onUnauthorized: (token: string) => void }) => {
    made.refuse = options.onUnauthorized;
    return made;
  },
}));
const copies = vi.hoisted(() => ({ wipe: vi.fn(async () => {}), tidy: vi.fn(async () => {}) }));
vi.mock('../../replica/copy/browserCopies.ts', () => ({ browserCopies: copies }));

afterEach(() => {
  vi.clearAllMocks();
});

const SIGNED_IN: SessionState = {
  kind: 'signed-in',
  remembered: false,
  team: null,
  entered: true,
  note: null,
  checkedBuildId: null,
};

const REFUSED: SessionState = { kind: 'refused', note: null, team: null, said: [] };
const refuse = vi.fn<SessionStore['refuse']>();
const say = vi.fn<SessionStore['say']>();

function holding() {
  let state = SIGNED_IN;
  let token: string | null = 'one';
  let tell = () => {};
  let end: () => unknown = () => undefined;
  const session: Pick<
    SessionStore,
    'getState' | 'token' | 'subscribe' | 'onSignOut' | 'refuse' | 'say'
  > = {
    getState: () => state,
    token: () => token,
    subscribe: (listener) => {
      tell = listener;
      return () => true;
    },
    onSignOut: (listener) => {
      end = listener;
      return () => true;
    },
    refuse,
    say,
  };
  const holder = holdReplica(session as SessionStore, new QueryClient());
  return {
    holder,
    signOut: () => end(),
    refused: () => {
      [state, token] = [REFUSED, null];
      tell();
    },
    signedIn: (next: string) => {
      [state, token] = [SIGNED_IN, next];
      tell();
    },
  };
}

it('hands on another token after a refused one, and keeps the replica', () => {
  const { holder, refused, signedIn } = holding();
  const before = holder.get();
  refused();
  signedIn('two');
  expect(made.reauthorize).toHaveBeenCalledExactlyOnceWith('two');
  expect(holder.get()).toBe(before);
});

it('hands on the same token when it is pasted again after it was refused', () => {
  const { refused, signedIn } = holding();
  refused();
  signedIn('one');
  expect(made.reauthorize).toHaveBeenCalledExactlyOnceWith('one');
});

it('leaves a session alone whose token did not change', () => {
  const { signedIn } = holding();
  signedIn('one');
  expect(made.reauthorize).not.toHaveBeenCalled();
});

it('says why the API refused a token, in its own words', () => {
  holding();
  made.refuse('one');
  expect(refuse).toHaveBeenCalledExactlyOnceWith('one', ['Token expired on 1 May']);
});

it('lets a sign-out fail where the browser does not remove what is kept', async () => {
  const { holder, signOut } = holding();
  copies.wipe.mockRejectedValueOnce(new Error('refused'));
  await expect(signOut()).rejects.toThrow('refused');
  expect(holder.get()).toBeNull();
  expect(made.dispose).toHaveBeenCalledOnce();
});

it('tries again at a start to remove what was left, and says where that fails', async () => {
  holding();
  await Promise.resolve();
  expect(copies.tidy).toHaveBeenCalledOnce();
  expect(say).not.toHaveBeenCalled();
  copies.tidy.mockRejectedValueOnce(new Error('refused'));
  holding();
  await vi.waitFor(() => expect(say).toHaveBeenCalledExactlyOnceWith(NOTES.leftovers), 20_000);
});

it('forgets the lists kept on this device at sign-out, and with another account', () => {
  const { signOut } = holding();
  const keep = () => localStorage.setItem('image-builds.lists', '[]');
  const kept = () => localStorage.getItem('image-builds.lists') !== null;
  keep();
  made.tell();
  expect(kept()).toBe(true);
  made.account += 1;
  made.tell();
  expect(kept()).toBe(false);
  keep();
  made.tell();
  expect(kept()).toBe(true);
  signOut();
  expect(kept()).toBe(false);
});
