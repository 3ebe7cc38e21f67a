import { Timeline } from '../../../insights/timeline/Timeline.ts';
import { onePerReplica } from '../../frame/list/onePerReplica.ts';

/** Of a replica's list, one for all that ask. */
export const timelineOf = onePerReplica(() => new Timeline());
