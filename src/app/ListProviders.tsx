import { type ReactNode, useEffect } from 'react';
import type { Replica } from '../replica/createReplica.ts';
import { LensesProvider } from '../screens/frame/lens/useLenses.ts';
import { MarkersProvider } from '../screens/frame/list/useMarks.ts';
import { ReplicaProvider } from '../screens/frame/list/usePageReplica.ts';
import { LENSES } from './lenses.ts';
import { MARKERS } from './markers.ts';
import { preload } from './preload.ts';

export interface ListProvidersProps {
  readonly replica: Replica;
  readonly children: ReactNode;
}

/** What every screen of a list may ask for, however deep it stands. */
export function ListProviders({ replica, children }: ListProvidersProps) {
  // The network is outside of React, and may go at any time.
  useEffect(preload, []);
  return (
    <LensesProvider value={LENSES}>
      <MarkersProvider value={MARKERS}>
        <ReplicaProvider value={replica}>{children}</ReplicaProvider>
      </MarkersProvider>
    </LensesProvider>
  );
}
