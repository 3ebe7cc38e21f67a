import { useSyncExternalStore } from 'react';
import { usePageReplica } from '../list/usePageReplica.ts';
import type { WatchList, WatchState } from './WatchList.ts';
import { watchListOf } from './watchListOf.ts';

/** What is watched, and how to change it. */
export function useWatchList(): readonly [WatchState, WatchList] {
  const list = watchListOf(usePageReplica());
  return [useSyncExternalStore(list.subscribe, list.get), list];
}
