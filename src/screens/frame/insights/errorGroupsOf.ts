import { ErrorGroups } from '../../../insights/errors/ErrorGroups.ts';
import { onePerReplica } from '../list/onePerReplica.ts';

/** The causes of a replica's failures: one for the lens and for the filter `cause`. */
export const errorGroupsOf = onePerReplica(() => new ErrorGroups());
