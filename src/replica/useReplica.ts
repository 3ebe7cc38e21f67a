import { useSyncExternalStore } from 'react';
import type { Replica } from './createReplica.ts';
import type { ReplicaState } from './ReplicaState.ts';

/** The state of the replica, anew with each change. */
export function useReplica(replica: Replica): ReplicaState {
  return useSyncExternalStore(replica.subscribe, replica.getState, replica.getState);
}
