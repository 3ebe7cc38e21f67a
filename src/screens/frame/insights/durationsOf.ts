import { Durations } from '../../../insights/durations/Durations.ts';
import { onePerReplica } from '../list/onePerReplica.ts';
import { batchesOf } from './batchesOf.ts';

/** Of a replica's list, one for all that ask. */
export const durationsOf = onePerReplica((replica) => new Durations(batchesOf(replica)));
