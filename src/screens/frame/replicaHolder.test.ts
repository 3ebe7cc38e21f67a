// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import type { SessionState } from '../../session/SessionState.ts';
import type { SessionStore } from '../../session/SessionStore.ts';
import { holdReplica } from './replicaHolder.ts';

const made = vi.hoisted(() => ({
  start: vi.fn(),
  reauthorize: vi.fn(),
  dispose: vi.fn(),
  getState: () => ({ error: { details: ['Token expired on 1 May'] } }),
  refuse: (_token: string) => {},
}));
vi.mock('../../replica/createReplica.ts', () => ({
  createReplica: (options: { onUnauthorized: (token: string) => void }) => {
    made.refuse = options.onUnauthorized;
    return made;
  },
}));
vi.mock('../../replica/copy/copies.ts', () => ({ wipeCopies: async () => undefined }));

afterEach(() => {
  vi.clearAllMocks();
});

const SIGNED_IN: SessionState = {
  kind: 'signed-in',
  remembered: false,
  note: null,
  checkedBuildId: null,
};

const REFUSED: SessionState = { kind: 'refused', note: null, said: [] };
const refuse = vi.fn<SessionStore['refuse']>();

function holding() {
  let state = SIGNED_IN;
  let token: string | null = 'one';
  let tell = () => {};
  const session: Pick<SessionStore, 'getState' | 'token' | 'subscribe' | 'onSignOut' | 'refuse'> = {
    getState: () => state,
    token: () => token,
    subscribe: (listener) => {
      tell = listener;
      return () => true;
    },
    onSignOut: () => () => true,
    refuse,
  };
  const holder = holdReplica(session as SessionStore, new QueryClient());
  return {
    holder,
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
