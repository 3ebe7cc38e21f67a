import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { preferredZone } from '../../../ui/dayZone.ts';
import { provided } from '../../../ui/provided.ts';
import { parseView } from '../../../views/address/parseView.ts';
import { printView } from '../../../views/address/printView.ts';
import type { View } from '../../../views/address/View.ts';
import { settleZone } from '../../../views/editView.ts';
import type { Address } from './address.ts';

/** The address as a store. */
export const [AddressProvider, useAddress] = provided<Address>('Address');

export interface ViewActions {
  /** A new entry in the history: opening, sorting, switching. */
  readonly push: (change: (view: View) => View) => void;
  /** The same entry: typing. */
  readonly replace: (change: (view: View) => View) => void;
}

const parsed = new WeakMap<Address, { readonly search: string; readonly view: View }>();

/** Parsed once for all who ask: what reads the address stands in many places of a screen. */
function viewAt(address: Address): View {
  const search = address.get();
  const held = parsed.get(address);
  if (held?.search === search) return held.view;
  const view = parseView(search);
  parsed.set(address, { search, view });
  return view;
}

/** Days that a person is the first to name are those of the zone they chose. */
function edited(before: View, change: (view: View) => View): View {
  return settleZone(before, change(before), preferredZone());
}

/** The view that the address says, and how to change it; the same objects everywhere. */
export function useView(): readonly [View, ViewActions] {
  const address = useAddress();
  const view = useSyncExternalStore(
    address.subscribe,
    useCallback(() => viewAt(address), [address]),
  );
  return [view, useViewActions()];
}

/** How to change the view, for what is not drawn anew when it changes. */
export function useViewActions(): ViewActions {
  const address = useAddress();
  return useMemo(
    () => ({
      push: (change) => address.push(printView(edited(viewAt(address), change))),
      replace: (change) => address.replace(printView(edited(viewAt(address), change))),
    }),
    [address],
  );
}
