import { createContext, useContext } from 'react';
import type { Ticking } from './useTicking.ts';

const TickedContext = createContext<Ticking | null>(null);

/** Gives what is ticked to the screens below: `<TickedProvider value={ticking}>`. */
export const TickedProvider = TickedContext.Provider;

/**
 * The builds that the person has ticked, by id, whether or not they are shown now.
 *
 * @throws Error outside a `TickedProvider`
 */
export function useTicked(): Ticking {
  const ticking = useContext(TickedContext);
  if (ticking === null) throw new Error('There is no TickedProvider above.');
  return ticking;
}
