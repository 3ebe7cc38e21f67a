import { onePerReplica } from '../list/onePerReplica.ts';
import { WATCHED } from '../visit/wipeVisits.ts';
import { type WatchChannel, WatchList, type WatchState } from './WatchList.ts';

/** What is watched in a replica's list. */
export const watchListOf = onePerReplica(
  (replica) => new WatchList({ listKey: replica.listKey, open: openChannel, load, save }),
);

function openChannel(key: string): WatchChannel | null {
  try {
    const channel = new BroadcastChannel(`image-builds.watch.${key}`);
    return {
      post: (message) => channel.postMessage(message),
      listen: (listener) => {
        channel.addEventListener('message', (event) => listener(event.data));
        return () => channel.close();
      },
    };
  } catch {
    return null;
  }
}

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
