import { ImageNames } from '../../../insights/images/ImageNames.ts';
import { onePerReplica } from '../list/onePerReplica.ts';

/** The image names of a replica: one for the lens and for the filter `is:broken`. */
export const imageNamesOf = onePerReplica(() => new ImageNames());
