import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SessionState } from './SessionState.ts';
import type { SessionStore } from './SessionStore.ts';

const SessionContext = createContext<SessionStore | null>(null);

/** Gives the session to the screens below: `<SessionProvider value={session}>`. */
export const SessionProvider = SessionContext.Provider;

/**
 * The session itself, for what changes it.
 *
 * @throws Error outside a `SessionProvider`
 */
export function useSessionStore(): SessionStore {
  const store = useContext(SessionContext);
  if (store === null) throw new Error('There is no SessionProvider above.');
  return store;
}

/** The state of the session, followed. */
export function useSession(): SessionState {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** Tells text that holds the token, which must never stand in an address, from all other text. */
export function useIsSecret(): (text: string) => boolean {
  return useSessionStore().isSecret;
}
