import { ImageNames } from '../../../insights/images/ImageNames.ts';
import { onePerReplica } from '../list/onePerReplica.ts';

/** The image names of a replica: one for the lens, for the filter `is:broken` and for exports. */
export const imageNamesOf = onePerReplica(() => new ImageNames());
