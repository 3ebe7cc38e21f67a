import { Comparisons } from '../../../insights/compare/Comparisons.ts';
import { onePerReplica } from '../list/onePerReplica.ts';
import { batchesOf } from './batchesOf.ts';

/** What differs between two windows of a replica's list: for the lens, and for what it opens. */
export const comparisonsOf = onePerReplica((replica) => new Comparisons(batchesOf(replica)));
