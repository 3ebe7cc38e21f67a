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

const signedIn = (token: string): SessionState => ({
  kind: 'signed-in',
  token,
  remembered: false,
  note: null,
  checkedBuildId: null,
});

const REFUSED: SessionState = { kind: 'refused', note: null, said: [] };
const refuse = vi.fn<SessionStore['refuse']>();

function holding() {
  let state: SessionState = signedIn('one');
  let tell = () => {};
  const session: Pick<SessionStore, 'getState' | 'subscribe' | 'onSignOut' | 'refuse'> = {
    getState: () => state,
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
    become: (next: SessionState) => {
      state = next;
      tell();
    },
  };
}

it('hands on another token after a refused one, and keeps the replica', () => {
  const { holder, become } = holding();
  const before = holder.get();
  become(REFUSED);
  become(signedIn('two'));
  expect(made.reauthorize).toHaveBeenCalledExactlyOnceWith('two');
  expect(holder.get()).toBe(before);
});

it('hands on the same token when it is pasted again after it was refused', () => {
  const { become } = holding();
  become(REFUSED);
  become(signedIn('one'));
  expect(made.reauthorize).toHaveBeenCalledExactlyOnceWith('one');
});

it('leaves a session alone whose token did not change', () => {
  const { become } = holding();
  become(signedIn('one'));
  expect(made.reauthorize).not.toHaveBeenCalled();
});

it('says why the API refused a token, in its own words', () => {
  holding();
  made.refuse('one');
  expect(refuse).toHaveBeenCalledExactlyOnceWith('one', ['Token expired on 1 May']);
});
