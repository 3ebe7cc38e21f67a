import { Since } from '../../../insights/since/Since.ts';
import { onePerReplica } from '../list/onePerReplica.ts';
import { visitOf } from '../visit/visitOf.ts';

/** What is new or changed since the last visit to a replica's list. */
export const sinceOf = onePerReplica((replica) => {
  const { mark, subscribe } = visitOf(replica);
  return new Since(mark, subscribe);
});
