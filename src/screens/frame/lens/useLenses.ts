import { createContext, useContext } from 'react';
import type { Lens } from './Lens.ts';

const LensesContext = createContext<readonly Lens[]>([]);

/** Gives the lenses there are to the screens below: `<LensesProvider value={LENSES}>`. */
export const LensesProvider = LensesContext.Provider;

/** The lenses that there are, in the order of the navigation. */
export function useLenses(): readonly Lens[] {
  return useContext(LensesContext);
}
