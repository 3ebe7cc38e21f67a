import { browserVisibility } from '../../../lib/surroundings.ts';
import { onePerReplica } from '../list/onePerReplica.ts';
import { VisitKeeper } from './VisitKeeper.ts';
import { browserVisits } from './visitStorage.ts';

/** The visits to a replica's list. */
export const visitOf = onePerReplica(
  (replica) => new VisitKeeper({ replica, visits: browserVisits, visibility: browserVisibility }),
);
