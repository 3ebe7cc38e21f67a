import { createContext, type Provider, useContext } from 'react';

/**
 * Something for all that is drawn below a provider of it: `[NAMEProvider, useNAME]`.
 *
 * @throws Error when it is read where no provider stands above
 */
export function provided<T extends object>(name: string): readonly [Provider<T | null>, () => T] {
  const Context = createContext<T | null>(null);
  function useProvided(): T {
    const value = useContext(Context);
    if (value === null) throw new Error(`There is no ${name}Provider above.`);
    return value;
  }
  return [Context.Provider, useProvided];
}
