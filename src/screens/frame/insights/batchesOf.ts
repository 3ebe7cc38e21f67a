import { Batches } from '../../../insights/batches/Batches.ts';
import { onePerReplica } from '../list/onePerReplica.ts';

/** Of a replica's list, one for all that ask. */
export const batchesOf = onePerReplica(() => new Batches());
