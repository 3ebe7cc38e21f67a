import { Races } from '../../../insights/race/Races.ts';
import { onePerReplica } from '../list/onePerReplica.ts';

/** Of a replica's list, one for all that ask. */
export const racesOf = onePerReplica(() => new Races());
