import { useSyncExternalStore } from 'react';
import { usePageReplica } from '../list/usePageReplica.ts';
import type { Visit } from './visit.ts';
import { visitOf } from './visitOf.ts';

/** The person's visit to the list; null before the API has answered. */
export function useVisit(): Visit | null {
  const keeper = visitOf(usePageReplica());
  return useSyncExternalStore(keeper.subscribe, keeper.get);
}
