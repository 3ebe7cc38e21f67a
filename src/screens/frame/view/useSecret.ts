import { createContext, useContext } from 'react';

const SecretContext = createContext<string | null>(null);

/** Gives the token to the fields below, so that they keep it out of the address. */
export const SecretProvider = SecretContext.Provider;

/** What must never stand in an address: the token, should someone paste it. Null without one. */
export function useSecret(): string | null {
  return useContext(SecretContext);
}
