import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { parseView } from '../../../views/address/parseView.ts';
import { printView } from '../../../views/address/printView.ts';
import type { View } from '../../../views/address/View.ts';
import type { Address } from './address.ts';

const AddressContext = createContext<Address | null>(null);

/** Gives the address to the screens below: `<AddressProvider value={address}>`. */
export const AddressProvider = AddressContext.Provider;

/**
 * The address as a store.
 *
 * @throws Error outside an `AddressProvider`
 */
export function useAddress(): Address {
  const address = useContext(AddressContext);
  if (address === null) throw new Error('There is no AddressProvider above.');
  return address;
}

export interface ViewActions {
  /** A new entry in the history: opening, sorting, switching. */
  readonly push: (change: (view: View) => View) => void;
  /** The same entry: typing. */
  readonly replace: (change: (view: View) => View) => void;
}

/** The view that the address says, and how to change it. */
export function useView(): readonly [View, ViewActions] {
  const address = useAddress();
  const search = useSyncExternalStore(address.subscribe, address.get);
  const view = useMemo(() => parseView(search), [search]);
  const push = useCallback(
    (change: (view: View) => View) => address.push(printView(change(parseView(address.get())))),
    [address],
  );
  const replace = useCallback(
    (change: (view: View) => View) => address.replace(printView(change(parseView(address.get())))),
    [address],
  );
  return [view, useMemo(() => ({ push, replace }), [push, replace])];
}
