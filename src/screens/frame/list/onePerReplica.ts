import type { Replica } from '../../../replica/createReplica.ts';

/** Finds what belongs to a replica, such as an insight over its list. */
export type OfReplica<T> = (replica: Replica) => T;

/**
 * Something of which a replica has one: made when it is first asked for, then the same for all who
 * ask, such as a lens opened again and a mark of the same insight; gone with the replica, and with
 * the account that it is of.
 */
export function onePerReplica<T>(create: (replica: Replica) => T): OfReplica<T> {
  const made = new WeakMap<object, { readonly value: T }>();
  return (replica) => {
    const { owner } = replica;
    const held = made.get(owner) ?? { value: create(replica) };
    made.set(owner, held);
    return held.value;
  };
}
