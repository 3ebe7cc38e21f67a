import { openTabLine } from '../../../lib/tabs/TabLine.ts';
import { onePerReplica } from '../list/onePerReplica.ts';
import { WATCHED } from '../visit/wipeVisits.ts';
import { WatchList, type WatchState } from './WatchList.ts';

/** What is watched in a replica's list. */
export const watchListOf = onePerReplica(
  (replica) => new WatchList({ listKey: replica.listKey, open: openLine, load, save }),
);

const openLine = (key: string) => openTabLine(`image-builds.watch.${key}`);

function load(key: string): unknown {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(WATCHED) ?? 'null');
    return typeof kept === 'object' && kept !== null && 'key' in kept && kept.key === key
      ? kept
      : null;
  } catch {
    return null;
  }
}

function save(key: string, state: WatchState): void {
  try {
    sessionStorage.setItem(WATCHED, JSON.stringify({ key, ...state }));
  } catch {
    // Off or full: it is watched until a reload.
  }
}
