import { TimeBars } from '../../../insights/timeline/TimeBars.ts';
import { Timeline } from '../../../insights/timeline/Timeline.ts';
import { onePerReplica } from '../../frame/list/onePerReplica.ts';

/** Of a replica's list, one for all that ask. */
export const timelineOf = onePerReplica(() => new Timeline());

/** Its bars alone. */
export const timeBarsOf = onePerReplica(() => new TimeBars());
