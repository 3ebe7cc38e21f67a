import { Durations } from '../../../insights/durations/Durations.ts';
import { onePerReplica } from '../list/onePerReplica.ts';

/** Of a replica's list, one for all that ask. */
export const durationsOf = onePerReplica(() => new Durations());
