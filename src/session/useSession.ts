import { useSyncExternalStore } from 'react';
import { provided } from '../ui/provided.ts';
import type { SessionState } from './SessionState.ts';
import type { SessionStore } from './SessionStore.ts';

/**
 * Gives the session to the screens below, `<SessionProvider value={session}>`; and the session
 * itself, for what changes it.
 */
export const [SessionProvider, useSessionStore] = provided<SessionStore>('Session');

/** The state of the session, followed. */
export function useSession(): SessionState {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** Tells text that holds the token, which must never stand in an address, from all other text. */
export function useIsSecret(): (text: string) => boolean {
  return useSessionStore().isSecret;
}
