import { createContext, useContext } from 'react';
import type { Replica } from '../../../replica/createReplica.ts';

const ReplicaContext = createContext<Replica | null>(null);

/** Gives the replica of who is signed in to the screens below: `<ReplicaProvider value={replica}>`. */
export const ReplicaProvider = ReplicaContext.Provider;

/**
 * The replica of who is signed in.
 *
 * @throws Error outside a `ReplicaProvider`
 */
export function usePageReplica(): Replica {
  const replica = useContext(ReplicaContext);
  if (replica === null) throw new Error('There is no ReplicaProvider above.');
  return replica;
}
